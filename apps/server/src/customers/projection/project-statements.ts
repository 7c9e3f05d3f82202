import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { applyEvent } from './apply-event.ts';
import { eraseFullyAnonymous } from './forget-unloaded.ts';
import { loadWorld } from './load-world.ts';
import { saveWorld } from './save-world.ts';
import type { Statement, Verdict } from './statement.ts';
import { toStorable } from './to-storable.ts';
import type { World } from './world.ts';
import { listWorldKeys } from './world-keys.ts';

export interface Projection {
  /** One per event of each statement, in the order given. */
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
  /** Texts that erased customers were known by; to be removed from what intake keeps. */
  readonly toForget: readonly string[];
}

/**
 * Applies statements to the store's customers, orders, products and values, and tells what happened, in the caller's
 * transaction. Needs the store's turn. Duplicates, replays and any order of arrival lead to the same state.
 */
export async function projectStatements(tx: Tx, storeId: StoreId, given: readonly Statement[]): Promise<Projection> {
  const statements = given.map((statement) => ({ ...statement, events: toStorable(statement.events) }));
  const world = await loadWorld(tx, storeId, listWorldKeys(storeId, statements));
  const verdicts = new Map(statements.map((statement) => [statement.id, applyStatement(world, statement)]));
  // What waited for something that came later in the same batch need not wait longer.
  for (const statement of statements) {
    const isWaiting = verdicts.get(statement.id)?.some(({ change }) => change === 'waiting') ?? false;
    if (isWaiting) verdicts.set(statement.id, applyStatement(world, statement));
  }
  await eraseFullyAnonymous(tx, world);
  await saveWorld(tx, world);
  return { verdicts, toForget: [...world.toForget] };
}

function applyStatement(world: World, { events, ...context }: Statement): readonly Verdict[] {
  return events.map((event) => applyEvent(world, context, event));
}
