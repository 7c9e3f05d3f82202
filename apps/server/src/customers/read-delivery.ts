import type { PlatformAdapter, PlatformConnection, PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok, type ConnectionId, type Rejection, type Result, type StoreId } from '@regulars/core/shared';
import type { Delivery } from '../intake/door.ts';
import { pulledEventTopic, readPulledEvent } from './pulled-event.ts';

/** How a delivery's words become events of the common model. */
export interface PlatformLookup {
  readonly platformAdapter: (adapterId: string) => PlatformAdapter | null;
  /** Null when the connection is gone. */
  readonly connectionConfig: (storeId: StoreId, connectionId: ConnectionId) => Promise<unknown>;
  /** Reaches the platform behind a connection; null when it is gone. */
  readonly connectPlatform: (storeId: StoreId, connectionId: ConnectionId) => Promise<PlatformConnection | null>;
}

/** Reads a delivery by its adapter. What cannot be used is a rejection; an adapter that breaks throws. */
export async function readDelivery(
  { platformAdapter, connectionConfig }: PlatformLookup,
  storeId: StoreId,
  delivery: Delivery,
): Promise<Result<readonly PlatformEvent[], Rejection>> {
  if (delivery.topic === pulledEventTopic) return ok([readPulledEvent(delivery.body)]);
  const adapter = platformAdapter(delivery.adapterId);
  if (adapter === null) {
    return fail({
      code: 'connection.adapter_unknown',
      path: '',
      message: `This instance has no adapter ${delivery.adapterId}; name its package in the configuration, then replay.`,
    });
  }
  const config = await connectionConfig(storeId, delivery.connectionId);
  if (config === null || config === undefined) {
    return fail({
      code: 'connection.unknown',
      path: '',
      message: 'The connection this came over was removed; connect the store again, then replay.',
    });
  }
  const parsed = adapter.parseWebhook(delivery, config);
  return parsed.ok ? ok(parsed.value) : parsed;
}
