import type { WriteRequest } from './repository.ts';

/** Where a kept answer belongs: it opens for the same caller and key only. */
export function toContext({ principal, key }: Pick<WriteRequest, 'principal' | 'key'>): string {
  return `idempotency_key|${principal}|${key}`;
}
