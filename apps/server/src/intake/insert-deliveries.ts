import { sql } from 'kysely';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { deriveId } from '../foundation/ids.ts';
import type { DeliveryPurpose } from './claim-deliveries.ts';

/** A verified webhook on its way into the table. */
export interface NewDelivery {
  readonly storeId: StoreId;
  /** `toDeliveryId(connectionId, dedupeKey)`. */
  readonly id: string;
  readonly connectionId: string;
  readonly purpose: DeliveryPurpose;
  readonly adapterId: string;
  readonly topic: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The same delivery again has the same id, and is therefore kept once. */
export function toDeliveryId(connectionId: ConnectionId, dedupeKey: string): string {
  return deriveId(connectionId, dedupeKey);
}

/**
 * Keeps deliveries of any stores in one statement. A delivery that is known already changes nothing. The bodies travel as
 * one run of bytes and are cut apart by Postgres: an array of them would be written out in hexadecimal.
 */
export async function insertDeliveries(database: Database, deliveries: readonly NewDelivery[]): Promise<void> {
  const storeIds = [...new Set(deliveries.map(({ storeId }) => storeId))];
  await database.once(
    storeIds,
    (tenant) => sql`
    with ${tenant}
    insert into delivery (store_id, id, connection_id, purpose, adapter_id, topic, headers, body)
    select store_id, id, connection_id, purpose, adapter_id, topic, headers::jsonb,
           substring(${Buffer.concat(deliveries.map(({ body }) => body))}::bytea from starts for bytes)
    from tenant, unnest(
      ${deliveries.map((delivery) => delivery.storeId)}::uuid[],
      ${deliveries.map((delivery) => delivery.id)}::uuid[],
      ${deliveries.map((delivery) => delivery.connectionId)}::uuid[],
      ${deliveries.map((delivery) => delivery.purpose)}::text[],
      ${deliveries.map((delivery) => delivery.adapterId)}::text[],
      ${deliveries.map((delivery) => delivery.topic)}::text[],
      ${deliveries.map((delivery) => JSON.stringify(delivery.headers))}::text[],
      ${toStarts(deliveries)}::int[],
      ${deliveries.map((delivery) => delivery.body.byteLength)}::int[]
    ) as given (store_id, id, connection_id, purpose, adapter_id, topic, headers, starts, bytes)
    on conflict (store_id, id) do nothing
  `,
  );
}

/** Where each body begins in the run, counted from 1. */
function toStarts(deliveries: readonly NewDelivery[]): number[] {
  let start = 1;
  return deliveries.map(({ body }) => {
    const here = start;
    start += body.byteLength;
    return here;
  });
}
