import type { Order } from '@regulars/core/commerce';
import type { Instant } from '@regulars/core/shared';

/** An order as it stood at `updatedAt`, with the customer it belongs to in the simulation. */
export interface SimulatedOrder extends Order {
  readonly customerKey: string;
}

export type HappeningKind = 'orderPlaced' | 'orderFulfilled' | 'orderCancelled' | 'orderRefunded';

/** What a shop would tell by one webhook: what happened, and the whole order as it then stood. */
export interface Happening {
  readonly kind: HappeningKind;
  /** The same as `order.updatedAt`. */
  readonly at: Instant;
  readonly order: SimulatedOrder;
}
