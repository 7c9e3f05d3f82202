import { z } from 'zod';

/** What the agency types in. Regulars keeps it sealed, and shows a field's message beside the field. */
export const configSchema = z.object({});

export type Config = z.infer<typeof configSchema>;
