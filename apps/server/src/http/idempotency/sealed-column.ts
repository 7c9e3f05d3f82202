import type { SealedColumn } from '../../foundation/secrets/reseal.ts';
import { toContext } from './to-context.ts';

/** Where answers to writes are kept, sealed. */
export const sealedAnswers: SealedColumn = {
  table: 'idempotency_key',
  column: 'response_sealed',
  key: ['principal', 'key'],
  toContext: ({ principal = '', key = '' }) => toContext({ principal, key }),
};
