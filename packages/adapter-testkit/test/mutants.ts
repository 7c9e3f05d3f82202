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

/** So many at a time: some only wait, and too many would starve those whose time is short. */
const atOnce = 8;

/** The ids of the clauses that are broken, in the order of the clauses. */
export async function listBroken(clauses: readonly Clause[]): Promise<readonly string[]> {
  const broken = new Set<string>();
  const waiting = clauses.values();
  async function work(): Promise<void> {
    for (const { id, run } of waiting) await run().catch(() => broken.add(id));
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return clauses.map(({ id }) => id).filter((id) => broken.has(id));
}
