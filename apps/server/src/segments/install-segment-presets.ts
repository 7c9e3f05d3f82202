import type { StoreId } from '@regulars/core/shared';
import { listSegmentPresets } from '@regulars/core/segments';
import type { Tx } from '../foundation/database/database.ts';
import { findStore } from '../stores/door.ts';
import { newId } from '../foundation/ids.ts';
import { insertSegment } from './repository.ts';

/** Switches the presets on in a new store, which has no customers yet. A key that is taken is left as it is. */
export async function installSegmentPresets(tx: Tx, storeId: StoreId): Promise<void> {
  const store = await findStore(tx, storeId);
  if (store === null) throw new Error('Presets are for a store that exists.');
  for (const { key, name, rule } of listSegmentPresets(store.currency)) {
    await insertSegment(tx, storeId, { id: newId<'Segment'>(), key, name, rule });
  }
}
