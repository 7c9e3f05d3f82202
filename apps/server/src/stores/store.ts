import type { CurrencyCode, Instant, StoreId } from '@regulars/core/shared';

/** The person who writes to the store's customers. Replies reach a human. */
export interface Sender {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly replyTo: string | null;
}

/** A client's store: one tenant. */
export interface Store {
  readonly id: StoreId;
  readonly slug: string;
  readonly name: string;
  readonly url: string | null;
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  readonly locale: string;
  readonly sender: Sender;
  readonly postalAddress: string | null;
  readonly pausedAt: Instant | null;
  readonly createdAt: Instant;
}
