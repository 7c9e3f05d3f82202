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
  /** What happened to orders before is history, and begins nothing. */
  readonly historyUntil: Instant;
}

/** Applying broke, for something in the events: they have to be taken apart, in another transaction. */
export class BrokenPageError extends Error {
  override readonly name = 'BrokenPageError';
}

/**
 * Takes what a platform was asked for into the store, in the caller's transaction.
 *
 * @throws BrokenPageError when something in it cannot be taken in; the transaction is to be given up.
 */
export async function applyPulledEvents(tx: Tx, from: PulledFrom, events: readonly PlatformEvent[]): Promise<void> {
  if (events.length === 0) return;
  await lockProjection(tx, from.storeId);
  try {
    await applyAll(tx, from, events);
  } catch (error) {
    if (isOutage(error)) throw error;
    throw new BrokenPageError('A pulled page cannot be taken in as a whole.', { cause: error });
  }
}

/**
 * The same for a page that broke: an event that breaks the others is left out, so that one order does not hold up all that
 * come after it.
 *
 * @returns the events that were left out.
 */
export async function applyPulledInParts(
  tx: Tx,
  from: PulledFrom,
  events: readonly PlatformEvent[],
): Promise<readonly PlatformEvent[]> {
  await sql`savepoint pulled`.execute(tx);
  try {
    await applyPulledEvents(tx, from, events);
    await sql`release savepoint pulled`.execute(tx);
    return [];
  } catch (error) {
    if (!(error instanceof BrokenPageError)) throw error;
    await sql`rollback to savepoint pulled`.execute(tx);
    if (events.length === 1) return events;
    const middle = Math.ceil(events.length / 2);
    const first = await applyPulledInParts(tx, from, events.slice(0, middle));
    return [...first, ...(await applyPulledInParts(tx, from, events.slice(middle)))];
  }
}

async function applyAll(
  tx: Tx,
  { storeId, connectionId, askedAt, historyUntil }: PulledFrom,
  events: readonly PlatformEvent[],
): Promise<void> {
  const heard = { source: 'import' as const, newsFrom: historyUntil };
  const statement = { id: 'pulled', connectionId, receivedAt: askedAt, events, ...heard };
  const { toForget } = await projectStatements(tx, storeId, [statement]);
  await forgetBodies(tx, storeId, toForget);
}
