import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { ConnectionId, Instant, StoreId } from '@regulars/core/shared';
import { sql } from 'kysely';
import type { Tx } from '../foundation/database/database.ts';
import { forgetBodies } from '../intake/door.ts';
import { isOutage } from './is-outage.ts';
import { lockProjection } from './projection/load-world.ts';
import { projectStatements } from './projection/project-statements.ts';

/** Where pulled events come from, and how they are to be heard. */
export interface PulledFrom {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  /** Before the platform was asked: what a webhook told of the same version since is newer. */
  readonly askedAt: Instant;
  /** What happened to orders before is history, and begins nothing; null when all of it is news. */
  readonly historyUntil: Instant | null;
}

/**
 * Takes what a platform was asked for into the store, in the caller's transaction. An event that breaks the others is left
 * out, so that one order does not hold up all that come after it.
 *
 * @returns the events that were left out.
 */
export async function applyPulledEvents(
  tx: Tx,
  from: PulledFrom,
  events: readonly PlatformEvent[],
): Promise<readonly PlatformEvent[]> {
  if (events.length === 0) return [];
  await lockProjection(tx, from.storeId);
  return await applyOrSplit(tx, from, events);
}

async function applyOrSplit(
  tx: Tx,
  from: PulledFrom,
  events: readonly PlatformEvent[],
): Promise<readonly PlatformEvent[]> {
  await sql`savepoint pulled`.execute(tx);
  try {
    await applyAll(tx, from, events);
    await sql`release savepoint pulled`.execute(tx);
    return [];
  } catch (error) {
    if (isOutage(error)) throw error;
    await sql`rollback to savepoint pulled`.execute(tx);
    if (events.length === 1) return events;
    const middle = Math.ceil(events.length / 2);
    const first = await applyOrSplit(tx, from, events.slice(0, middle));
    return [...first, ...(await applyOrSplit(tx, from, events.slice(middle)))];
  }
}

async function applyAll(
  tx: Tx,
  { storeId, connectionId, askedAt, historyUntil }: PulledFrom,
  events: readonly PlatformEvent[],
): Promise<void> {
  const heard =
    historyUntil === null ? { source: 'order' as const } : { source: 'import' as const, newsFrom: historyUntil };
  const statement = { id: 'pulled', connectionId, receivedAt: askedAt, events, ...heard };
  const { toForget } = await projectStatements(tx, storeId, [statement]);
  await forgetBodies(tx, storeId, toForget);
}
