import { isDeepStrictEqual } from 'node:util';
import type { Product } from '@regulars/core/commerce';
import type { StatementContext, Verdict } from './statement.ts';
import { bury, externalKey, tombstoneKey, type World } from './world.ts';

/** A product of the catalogue; an older version never overwrites a newer one. */
export function applyProduct(world: World, { connectionId }: StatementContext, product: Product): Verdict {
  const key = externalKey(connectionId, product.externalId);
  const known = world.products.get(key);
  if (known !== undefined && product.updatedAt < known.product.updatedAt)
    return { change: 'unchanged', reason: 'product.older_version' };
  const buriedAt = world.tombstones.get(tombstoneKey('product', connectionId, product.externalId));
  const deletedAt = buriedAt !== undefined && product.updatedAt <= buriedAt ? buriedAt : null;
  world.products.set(key, { connectionId, product, deletedAt });
  world.changed.products.add(key);
  if (!isDeepStrictEqual(known?.product.categories, product.categories)) world.changed.shelves.add(key);
  return { change: known === undefined ? 'inserted' : 'updated', reason: null };
}

/** A deleted product stays readable, because orders name it. */
export function applyProductDeletion(
  world: World,
  { connectionId, receivedAt }: StatementContext,
  externalId: string,
): Verdict {
  bury(world, tombstoneKey('product', connectionId, externalId), receivedAt);
  const key = externalKey(connectionId, externalId);
  const known = world.products.get(key);
  if (known === undefined) return { change: 'ignored', reason: 'product.unknown' };
  if (known.deletedAt !== null || known.product.updatedAt > receivedAt) return { change: 'unchanged', reason: null };
  world.products.set(key, { ...known, deletedAt: receivedAt });
  world.changed.products.add(key);
  return { change: 'updated', reason: null };
}
