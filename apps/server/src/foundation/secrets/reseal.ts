import { sql, type RawBuilder } from 'kysely';
import type { Database, Tx } from '../database/database.ts';
import type { Sealer } from './seal.ts';

/** A column that holds sealed secrets. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The columns that name a row, and of which `toContext` is made. */
  readonly key: readonly string[];
  /** Where the secret of this row belongs. */
  readonly toContext: (key: Readonly<Record<string, string>>) => string;
}

const batchSize = 100;

/**
 * Seals again, with the newest key, what older keys sealed. A row at a time is never half done, so it may be broken off
 * and begun again, and other processes go on meanwhile.
 *
 * @returns how many secrets were sealed again.
 * @throws SealError when a secret's key is not in the ring.
 */
export async function reseal(database: Database, sealer: Sealer, columns: readonly SealedColumn[]): Promise<number> {
  let count = 0;
  for (const column of columns) {
    for (let done = batchSize; done === batchSize; count += done)
      done = await database.withDirectory((tx) => resealBatch(tx, sealer, column));
  }
  return count;
}

type SealedRow = Readonly<Record<string, string>> & { readonly sealed: string };

async function resealBatch(tx: Tx, sealer: Sealer, { table, column, key, toContext }: SealedColumn): Promise<number> {
  const [target, secret] = [sql.table(table), sql.ref(column)];
  const named = sql.join(key.map((name) => sql.ref(name)));
  const { rows } = await sql<SealedRow>`
    select ${named}, ${secret} as sealed from ${target}
    where ${secret} is not null and not starts_with(${secret}, ${sealer.prefix})
    limit ${batchSize} for update`.execute(tx);
  for (const row of rows) {
    const context = toContext(row);
    const matches: RawBuilder<unknown>[] = key.map((name) => sql`${sql.ref(name)} = ${row[name]}`);
    await sql`
      update ${target} set ${secret} = ${sealer.seal(sealer.open(row.sealed, context), context)}
      where ${sql.join(matches, sql` and `)}`.execute(tx);
  }
  return rows.length;
}

/** How many secrets each key seals, by its id. */
export async function countSealed(
  database: Database,
  columns: readonly SealedColumn[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { table, column } of columns) {
    const secret = sql.ref(column);
    const { rows } = await database.withDirectory((tx) =>
      sql<{ id: string; count: number }>`
        select split_part(${secret}, '.', 2) as id, count(*) as count from ${sql.table(table)}
        where ${secret} is not null group by 1`.execute(tx),
    );
    for (const { id, count } of rows) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return counts;
}
