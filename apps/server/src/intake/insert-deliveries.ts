import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { DeliveryPurpose } from './claim-deliveries.ts';

/** A verified webhook on its way into the table. */
export interface NewDelivery {
  readonly storeId: StoreId;
  readonly id: string;
  readonly connectionId: string;
  readonly purpose: DeliveryPurpose;
  readonly adapterId: string;
  readonly topic: string;
  readonly dedupeKey: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Keeps deliveries of any stores in one statement. A delivery that is known already changes nothing. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
  await sql`
    insert into delivery (store_id, id, connection_id, purpose, adapter_id, topic, dedupe_key, headers, body)
    select store_id, id, connection_id, purpose, adapter_id, topic, dedupe_key, headers::jsonb, body
    from unnest(
      ${deliveries.map((delivery) => delivery.storeId)}::uuid[],
      ${deliveries.map((delivery) => delivery.id)}::uuid[],
      ${deliveries.map((delivery) => delivery.connectionId)}::uuid[],
      ${deliveries.map((delivery) => delivery.purpose)}::text[],
      ${deliveries.map((delivery) => delivery.adapterId)}::text[],
      ${deliveries.map((delivery) => delivery.topic)}::text[],
      ${deliveries.map((delivery) => delivery.dedupeKey)}::text[],
      ${deliveries.map((delivery) => JSON.stringify(delivery.headers))}::text[],
      ${deliveries.map((delivery) => Buffer.from(delivery.body.buffer, delivery.body.byteOffset, delivery.body.byteLength))}::bytea[]
    ) as given (store_id, id, connection_id, purpose, adapter_id, topic, dedupe_key, headers, body)
    on conflict (store_id, connection_id, dedupe_key) do nothing
  `.execute(tx);
}
