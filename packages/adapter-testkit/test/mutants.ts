import type { PlatformAdapter, PlatformConnection } from '@regulars/adapter-contracts';
import type { Clause } from '../src/conformance/clause.ts';
import { tinyShop, type TinyConfig } from './tiny-shop.ts';

export type Shop = PlatformAdapter<TinyConfig>;

/** What the clause with this id finds wrong. */
export async function findFault(clauses: readonly Clause[], id: string): Promise<unknown> {
  const found = clauses.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no clause ${id}.`);
  return found.run().then(
    () => null,
    (error: unknown) => error,
  );
}

/** The tiny shop, broken on purpose. */
export function shopWith(changes: Partial<Shop>): Shop {
  return { ...tinyShop, ...changes };
}

/** The tiny shop, with calls that do something else. */
export function shopCalling(change: (connection: PlatformConnection) => Partial<PlatformConnection>): Shop {
  return shopWith({
    connect: (config, context) => {
      const connection = tinyShop.connect(config, context);
      return { ...connection, ...change(connection) };
    },
  });
}

/** The ids of the clauses that are broken. */
export async function listBroken(clauses: readonly Clause[]): Promise<readonly string[]> {
  const outcomes = await Promise.all(
    clauses.map(({ id, run }) =>
      run().then(
        () => [],
        () => [id],
      ),
    ),
  );
  return outcomes.flat();
}
