import { sql } from 'kysely';
import type { CustomerId, EffectId, Instant, OrderId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { parseMailRequest, toAbout, type MessageAbout } from './mail-request.ts';

/** A mail a customer has something to say about. */
export interface SpokenMessage {
  readonly id: EffectId;
  readonly customerId: CustomerId;
  readonly recipientKey: string;
  readonly subject: string;
  readonly locale: string;
  readonly orderId: OrderId | null;
  readonly renderedAt: Instant;
  readonly about: MessageAbout;
}

/** Null when the store wrote no such mail, or has forgotten to whom. */
export async function findSpokenMessage(tx: Tx, storeId: StoreId, id: EffectId): Promise<SpokenMessage | null> {
  const { rows } = await sql<Omit<SpokenMessage, 'about' | 'orderId'> & { payload: unknown }>`
    select m.id, m.customer_id as "customerId", m.recipient_key as "recipientKey", m.subject, m.locale,
           m.rendered_at as "renderedAt", e.payload
    from message m join effect e on e.store_id = m.store_id and e.id = m.id
    where m.store_id = ${storeId} and m.id = ${id} and m.customer_id is not null and m.recipient_key <> ''`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { payload, ...message } = row;
  const request = parseMailRequest(payload);
  return { ...message, orderId: request?.orderId ?? null, about: toAbout(id, request) };
}
