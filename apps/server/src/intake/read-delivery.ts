import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { recordColumns, type DeliveryRecord } from './repository.ts';
import { toReadableText } from './to-readable-text.ts';
import { toShownHeaders } from './to-shown-headers.ts';

/** More is no help to a person, and a body may be of 5 MB. */
const maxShownBytes = 256 * 1024;

/** One delivery, for a person to see what arrived. */
export interface ReadableDelivery extends DeliveryRecord {
  /** Those that cannot hold a secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body's beginning as it came; null when it is no text, empty when it was emptied. */
  readonly body: string | null;
  /** There is more of it than is shown. */
  readonly isBodyCut: boolean;
}

/** The delivery as far as it may be shown, or null when the store has none of this id. */
export async function readDelivery(tx: Tx, storeId: StoreId, id: string): Promise<ReadableDelivery | null> {
  type Row = DeliveryRecord & { readonly headers: Readonly<Record<string, string>>; readonly start: Uint8Array };
  const { rows } = await sql<Row>`
    select ${recordColumns}, headers, substring(body for ${maxShownBytes}) as start from delivery
    where store_id = ${storeId} and id = ${id}`.execute(tx);
  const [found] = rows;
  if (found === undefined) return null;
  const { headers, start, ...record } = found;
  const { text, isCut } = toReadableText(start, record.bytes, maxShownBytes);
  return { ...record, headers: toShownHeaders(headers), body: text, isBodyCut: isCut };
}
