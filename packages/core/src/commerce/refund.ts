import type { Instant } from '../shared/instant.ts';

/** Money given back on an order. `amountMinor` is positive. */
export interface Refund {
  readonly externalId: string;
  readonly createdAt: Instant | null;
  readonly amountMinor: number;
  readonly reason: string | null;
}
