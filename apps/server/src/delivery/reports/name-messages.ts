import { sql } from 'kysely';
import type { Receipt } from '@regulars/adapter-contracts';
import { toEmailKey } from '@regulars/core/commerce';
import type { EffectId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/**
 * Some reports say only whom they are about. They are taken to speak of the last letter to that address, where there was
 * one in the last seven days: of marketing, which is what is sent in numbers.
 */
export async function nameMessages(
  tx: Tx,
  storeId: StoreId,
  receipts: readonly Receipt[],
): Promise<readonly Receipt[]> {
  const isNameless = ({ messageId, effectId }: Receipt): boolean => messageId === null && effectId === null;
  const keys = receipts.filter(isNameless).flatMap(({ recipient }) => toEmailKey(recipient) ?? []);
  if (keys.length === 0) return receipts;
  const { rows } = await sql<{ id: EffectId; recipientKey: string }>`
    select distinct on (recipient_key) id, recipient_key as "recipientKey" from message
    where store_id = ${storeId} and recipient_key = any(${keys}::text[]) and purpose = 'marketing'
      and counts_at > clock_now() - interval '7 days'
    order by recipient_key, counts_at desc`.execute(tx);
  const lastOf = new Map(rows.map(({ id, recipientKey }) => [recipientKey, id]));
  return receipts.map((receipt) =>
    isNameless(receipt) ? { ...receipt, effectId: lastOf.get(toEmailKey(receipt.recipient) ?? '') ?? null } : receipt,
  );
}
