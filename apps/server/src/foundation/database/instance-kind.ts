import { sql } from 'kysely';
import type { Database } from './database.ts';

/** `demo`: invented stores under a clock that can be moved. */
export type InstanceKind = 'real' | 'demo';

/** The database belongs to the other kind of instance. */
export class InstanceKindError extends Error {
  override readonly name = 'InstanceKindError';
}

const advice: Readonly<Record<InstanceKind, string>> = {
  real: 'This database belongs to a demo, whose clock can be moved; nothing real may be kept in it. Choose another one with REGULARS_DATA_DIR or DATABASE_URL, or open the demo: regulars demo',
  demo: 'This database belongs to a real instance, and a demo must not move its clock. Choose another folder for the demo with REGULARS_DATA_DIR.',
};

/**
 * Marks a fresh database as one of this kind, for good.
 *
 * @throws InstanceKindError when it is marked as the other kind.
 */
export async function claimInstanceKind(database: Database, kind: InstanceKind): Promise<void> {
  const marked = await database.withDirectory(async (tx) => {
    await sql`insert into instance (kind) values (${kind}) on conflict do nothing`.execute(tx);
    return (await sql<{ kind: InstanceKind }>`select kind from instance`.execute(tx)).rows[0]?.kind;
  });
  if (marked !== kind) throw new InstanceKindError(advice[kind]);
}
