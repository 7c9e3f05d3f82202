import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { Directory } from './directory.ts';
import { lockStore, updateStore } from './repository.ts';
import type { StoreChange } from './store-settings.ts';
import type { Store } from './store.ts';

export interface ChangeStoreDeps {
  readonly database: Database;
  readonly directory: Directory;
}

/** Changes what is given; mails and pages that are written from now on say it. Other processes see it within seconds. */
export async function changeStore(
  { database, directory }: ChangeStoreDeps,
  storeId: StoreId,
  change: StoreChange,
): Promise<Store> {
  const changed = await database.withStore(storeId, async (tx) => {
    const store: Store = { ...(await lockStore(tx, storeId)), ...change };
    await updateStore(tx, store);
    return store;
  });
  directory.forget();
  return changed;
}
