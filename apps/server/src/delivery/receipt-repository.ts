import { sql } from 'kysely';
import type { Receipt } from '@regulars/adapter-contracts';
import {
  isId,
  toIsoString,
  type ConnectionId,
  type CustomerId,
  type EffectId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** A message a receipt may speak of. */
export interface ReceiptTarget {
  readonly id: EffectId;
  readonly customerId: CustomerId | null;
  readonly recipientKey: string;
  readonly templateKey: string;
  readonly purpose: string;
}

/** The messages these receipts speak of: by our effect id, else by the Message-ID, which begins with it. */
export async function findReceiptTargets(
  tx: Tx,
  storeId: StoreId,
  receipts: readonly Receipt[],
): Promise<(receipt: Receipt) => ReceiptTarget | null> {
  const ids = receipts.flatMap((receipt) => toEffectId(receipt) ?? []);
  const { rows } = await sql<ReceiptTarget>`
    select id, customer_id as "customerId", recipient_key as "recipientKey", template_key as "templateKey", purpose
    from message where store_id = ${storeId} and id = any(${[...new Set(ids)]}::uuid[])`.execute(tx);
  const targets = new Map(rows.map((row) => [row.id, row]));
  return (receipt) => {
    const id = toEffectId(receipt);
    return id === null ? null : (targets.get(id) ?? null);
  };
}

function toEffectId({ effectId, messageId }: Receipt): EffectId | null {
  const id = effectId ?? messageId?.split('@')[0] ?? '';
  return isId(id) ? (id as EffectId) : null;
}

export interface NewReceipt {
  readonly connectionId: ConnectionId;
  readonly messageId: EffectId;
  readonly receipt: Receipt;
}

/** Keeps receipts; answers the external ids of those that were not known yet. */
export async function insertReceipts(
  tx: Tx,
  storeId: StoreId,
  receipts: readonly NewReceipt[],
): Promise<ReadonlySet<string>> {
  if (receipts.length === 0) return new Set();
  const dataOf = ({ isPermanent, bounceKind, isMachine, url, detailCode }: Receipt) =>
    JSON.stringify({ isPermanent, bounceKind, isMachine, url, detailCode });
  const { rows } = await sql<{ externalId: string }>`
    insert into message_receipt (store_id, connection_id, external_id, message_id, kind, at, data)
    select ${storeId}::uuid, connection_id, external_id, message_id, kind, at, data::jsonb
    from unnest(
      ${receipts.map(({ connectionId }) => connectionId)}::uuid[],
      ${receipts.map(({ receipt }) => receipt.externalId)}::text[],
      ${receipts.map(({ messageId }) => messageId)}::uuid[],
      ${receipts.map(({ receipt }) => receipt.kind)}::text[],
      ${receipts.map(({ receipt }) => toIsoString(receipt.at))}::timestamptz[],
      ${receipts.map(({ receipt }) => dataOf(receipt))}::text[]
    ) as given (connection_id, external_id, message_id, kind, at, data)
    on conflict do nothing
    returning external_id as "externalId"`.execute(tx);
  return new Set(rows.map(({ externalId }) => externalId));
}
