import { z } from 'zod';

/** What a person is in this instance. A client sees only the stores they are given. */
export const roleSchema = z.enum(['owner', 'marketer', 'developer', 'client']);

export type Role = z.infer<typeof roleSchema>;

/** The only stores somebody sees. */
export const limitSchema = z
  .array(z.uuid())
  .max(500)
  .nullable()
  .describe('The only stores the person sees; null for every store. A client sees only those listed, an owner all.');
