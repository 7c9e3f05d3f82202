import { toRejection, type PlatformEvent } from '@regulars/adapter-contracts';
import type { z } from 'zod';

/** One that cannot be read is kept as poison, and the rest of its page is used. */
export function toPart(node: unknown, error: z.ZodError): PlatformEvent {
  return { kind: 'partRejected', rejection: toRejection('shopify.invalid', error), part: JSON.stringify(node) };
}
