import type { Database } from '../../foundation/database/database.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';
import { abandonCarts, listStoresWithLeftCarts } from './abandon-carts.ts';
import { forgetCarts, listStoresWithOldCarts } from './forget-carts.ts';

/** Tells of carts that were left, and forgets old ones. */
export function createCartLanes({ database }: { readonly database: Database }): readonly Lane[] {
  return [
    {
      name: 'customers.abandon-carts',
      listDueStores: listStoresWithLeftCarts,
      work: (storeId) => abandonCarts(database, storeId),
    },
    {
      name: 'customers.forget-carts',
      listDueStores: listStoresWithOldCarts,
      work: (storeId) => forgetCarts(database, storeId),
    },
  ];
}
