import { z } from 'zod';

export const failureAnswer = z
  .object({ code: z.string().describe('Stable.'), message: z.string().describe('One sentence that may be shown.') })
  .nullable();
