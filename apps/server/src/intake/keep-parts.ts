import { sql } from 'kysely';
import type { Rejection, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { deriveId } from '../foundation/ids.ts';
import type { Delivery } from './claim-deliveries.ts';

/** A part of a delivery that could not be used, beside parts that could. */
export interface RejectedPart {
  readonly of: Delivery;
  readonly rejection: Rejection;
  /** Fit to be parsed as a delivery of its own. */
  readonly body: string;
}

/** Keeps the unusable parts of deliveries as poison of their own, to be replayed without the parts that were used. */
export async function keepRejectedParts(tx: Tx, storeId: StoreId, parts: readonly RejectedPart[]): Promise<void> {
  if (parts.length === 0) return;
  await sql`
    insert into delivery (store_id, id, connection_id, purpose, adapter_id, topic, headers, body, state, reason, path, message,
                          received_at, settled_at)
    select ${storeId}::uuid, id, connection_id, 'platform', adapter_id, topic, headers::jsonb, body, 'poison', reason, path, message,
           received_at, clock_now()
    from unnest(
      ${parts.map((part) => deriveId(part.of.id, part.rejection.path))}::uuid[],
      ${parts.map((part) => part.of.connectionId)}::uuid[],
      ${parts.map((part) => part.of.adapterId)}::text[],
      ${parts.map((part) => part.of.topic)}::text[],
      ${parts.map((part) => JSON.stringify(part.of.headers))}::text[],
      ${parts.map((part) => Buffer.from(part.body, 'utf8'))}::bytea[],
      ${parts.map((part) => part.rejection.code)}::text[],
      ${parts.map((part) => part.rejection.path)}::text[],
      ${parts.map((part) => part.rejection.message)}::text[],
      ${parts.map((part) => new Date(part.of.receivedAt).toISOString())}::timestamptz[]
    ) as given (id, connection_id, adapter_id, topic, headers, body, reason, path, message, received_at)
    on conflict (store_id, id) do nothing
  `.execute(tx);
}
