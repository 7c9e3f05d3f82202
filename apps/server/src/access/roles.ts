import { z } from 'zod';

/** What a person is in this instance. A client sees only the stores they are given. */
export const roleSchema = z.enum(['owner', 'marketer', 'developer', 'client']);

export type Role = z.infer<typeof roleSchema>;
