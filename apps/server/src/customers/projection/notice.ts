import type { ConnectionId, CustomerId, Instant } from '@regulars/core/shared';

/** What a platform told of its own connection, or of somebody's rights. */
export type Notice =
  | {
      readonly kind: 'dataRequested';
      readonly connectionId: ConnectionId;
      /** As the platform numbers it: told twice it is one. */
      readonly requestKey: string;
      /** Null when nobody is known by what was told. */
      readonly customerId: CustomerId | null;
      readonly at: Instant;
    }
  | {
      readonly kind: 'disconnected' | 'storeErasureDemanded';
      readonly connectionId: ConnectionId;
      readonly at: Instant;
    };
