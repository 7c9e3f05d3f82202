import { pickHistories } from './pick-histories.ts';
import type { PurchaseHistories } from './purchase-histories.ts';

/** Every so-many-th row, that there are `limit` at most; all rows when there are no more. */
export function sampleRows(size: number, limit: number): Int32Array | null {
  if (size <= limit) return null;
  return Int32Array.from({ length: limit }, (_, place) => Math.floor(((place + 0.5) * size) / limit));
}

export function sampleHistories(histories: PurchaseHistories, limit: number): PurchaseHistories {
  const rows = sampleRows(histories.size, limit);
  return rows === null ? histories : pickHistories(histories, rows);
}
