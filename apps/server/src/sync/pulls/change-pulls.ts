import { sql } from 'kysely';
import { fail, ok, type ConnectionId, type Instant, type Result, type StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import type { syncErrors } from '../errors.ts';
import { planPulls } from './plan-pulls.ts';
import { pulledResources, type Pull, type PullId } from './pull.ts';
import { lockPull, lockPullsOf } from './pull-repository.ts';

type Refusal = keyof typeof syncErrors;

/** A pull as it stands at a moment. */
export interface StandingPull {
  readonly pull: Pull;
  readonly now: Instant;
}

/** Reads a connection's platform once more, everything or what changed since a time. */
export async function beginBackfill(
  database: Database,
  storeId: StoreId,
  { connectionId, updatedFrom }: { readonly connectionId: ConnectionId; readonly updatedFrom: Instant | null },
): Promise<Result<readonly StandingPull[], Refusal>> {
  return await database.withStore(storeId, async (tx, now) => {
    const isUnderWay = (await lockPullsOf(tx, storeId, connectionId)).some(
      ({ kind, state }) => kind === 'backfill' && state !== 'done' && state !== 'failed',
    );
    if (isUnderWay) return fail('pull.already_running');
    const pulls = await planPulls(tx, storeId, {
      connectionId,
      kind: 'backfill',
      resources: pulledResources,
      updatedFrom,
    });
    return ok(pulls.map((pull) => ({ pull, now })));
  });
}

/** Stops it after the page that is being kept. It goes on from there when it is resumed. */
export async function pausePull(
  database: Database,
  storeId: StoreId,
  id: PullId,
): Promise<Result<StandingPull, Refusal>> {
  return await database.withStore(storeId, async (tx, now) => {
    const pull = await lockPull(tx, storeId, id);
    if (pull === null) return fail('pull.not_found');
    if (pull.state !== 'waiting' && pull.state !== 'running') return fail('pull.not_pausable');
    await sql`
      update pull set state = 'paused', waits_until = null, lease_token = null, lease_until = null
      where store_id = ${storeId} and id = ${id}`.execute(tx);
    return ok({ pull: { ...pull, state: 'paused', waitsUntil: null }, now });
  });
}

/** Goes on where it stopped, at once. One whose cursor the adapter refused begins anew: what comes twice is the same. */
export async function resumePull(
  database: Database,
  storeId: StoreId,
  id: PullId,
): Promise<Result<StandingPull, Refusal>> {
  return await database.withStore(storeId, async (tx, now) => {
    const pull = await lockPull(tx, storeId, id);
    if (pull === null) return fail('pull.not_found');
    if (pull.state !== 'paused' && pull.state !== 'failed') return fail('pull.not_resumable');
    const cursor = pull.failureCode === 'invalid' ? null : pull.cursor;
    await sql`
      update pull set state = 'waiting', waits_until = null, finished_at = null, failures = 0, failure_code = null,
                      failure_message = null, cursor = ${cursor}
      where store_id = ${storeId} and id = ${id}`.execute(tx);
    const resumed = { state: 'waiting', finishedAt: null, failureCode: null, failureMessage: null } as const;
    return ok({ pull: { ...pull, ...resumed, cursor, failures: 0 }, now });
  });
}
