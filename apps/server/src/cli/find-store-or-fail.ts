import type { Database } from '../foundation/database/database.ts';
import { findStoreBySlug, listStores, type Store } from '../stores/door.ts';
import { CommandFailure } from './command-failure.ts';

/** The store a command names. */
export async function findStoreOrFail(database: Database, slug: string): Promise<Store> {
  return await database.withDirectory(async (tx) => {
    const store = await findStoreBySlug(tx, slug);
    if (store !== null) return store;
    const known = (await listStores(tx)).map((other) => other.slug).join(', ');
    throw new CommandFailure(
      `There is no store ${slug}. ${known === '' ? 'There is none yet; see: stores add --help' : `There are: ${known}.`}`,
    );
  });
}
