import type { SimulatedStore } from '@regulars/simulator';
import type { ConnectionId } from '@regulars/core/shared';
import type { Store } from '../stores/door.ts';

/** A simulated store and the one in the database that stands for it. */
export interface DemoStore {
  readonly simulated: SimulatedStore;
  readonly store: Store;
  readonly connectionId: ConnectionId;
  /** By which its shop's webhooks come in, and the secret they are signed with. */
  readonly hookToken: string;
  readonly webhookSecret: string;
}
