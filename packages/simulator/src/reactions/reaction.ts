import type { Instant } from '@regulars/core/shared';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import type { Happening, SimulatedOrder } from '../simulated-order.ts';

/** A mail as far as it matters to whether somebody reacts. `templateKey` is one of the playbook's, or the store's own. */
export interface ReceivedMail {
  readonly templateKey: string;
  readonly sentAt: Instant;
}

/** What a person does about a mail, and when. */
export type Reaction =
  | { readonly kind: 'answersCheckIn'; readonly answer: 'great' | 'question' | 'problem'; readonly at: Instant }
  | { readonly kind: 'replies'; readonly text: string; readonly at: Instant }
  | { readonly kind: 'unsubscribes'; readonly at: Instant }
  | {
      readonly kind: 'recommends';
      readonly at: Instant;
      readonly friend: SimulatedCustomer;
      /** When the friend leaves their address at the advocate's link. */
      readonly claimsAt: Instant;
      /** Placed after `claimsAt`, at `order.placedAt`; without a coupon: the code is the store's to give. */
      readonly order: SimulatedOrder;
      /** Everything that comes of it: this order, its fulfilment, the friend's later orders for a year; ascending. */
      readonly happenings: readonly Happening[];
    }
  | {
      readonly kind: 'usesReward';
      readonly at: Instant;
      /** Placed at `at`; without a coupon: the code stands in the mail. */
      readonly order: SimulatedOrder;
      /** What becomes of this order; ascending. */
      readonly happenings: readonly Happening[];
    };
