import type { PlatformConnection } from '@regulars/adapter-contracts';
import { hourMs, minuteMs, plus, type ConnectionId, type Instant, type StoreId } from '@regulars/core/shared';
import { findHookTarget, type HookTargetDeps } from '../../stores/door.ts';
import { findNextTurn } from '../find-next-turn.ts';
import { planPulls } from '../pulls/plan-pulls.ts';
import { pulledResources } from '../pulls/pull.ts';
import { findCoverage, saveHookFinding, type Coverage } from './hook-check-repository.ts';
import { areAllActive, lookAtHooks, type HookFinding, type LookOptions } from './look-at-hooks.ts';

export interface CheckHooksDeps extends HookTargetDeps, LookOptions {
  readonly connectPlatform: (storeId: StoreId, connectionId: ConnectionId) => Promise<PlatformConnection | null>;
}

/** What changed shortly before may have been on its way when the webhooks went. */
const marginMs = 10 * minuteMs;

/**
 * Looks at a connection's webhooks, has them repaired, keeps what was found, and has what was missed meanwhile read from
 * the platform.
 *
 * @returns false where there is nothing to look at: the connection is gone, or has no webhooks that we register.
 */
export async function checkHooks(deps: CheckHooksDeps, storeId: StoreId, connectionId: ConnectionId): Promise<boolean> {
  const target = await findHookTarget(deps, storeId, connectionId);
  const platform = target === null ? null : await deps.connectPlatform(storeId, connectionId);
  if (target === null || platform === null) return false;
  let finding: HookFinding;
  try {
    if (platform.hooks === undefined) return false;
    finding = await lookAtHooks(platform.hooks, target, deps);
  } finally {
    await platform.close();
  }
  return await deps.database.withStore(storeId, async (tx, now) => {
    const coverage = await findCoverage(tx, storeId, connectionId);
    if (coverage === null) return false;
    const nextCheckAt = findNextTurn(now, hourMs, connectionId);
    await saveHookFinding(tx, { storeId, connectionId }, finding, nextCheckAt);
    const updatedFrom = findGap(finding, coverage, now);
    if (updatedFrom !== null && platform.pulls !== undefined)
      await planPulls(tx, storeId, { connectionId, kind: 'repair', resources: pulledResources, updatedFrom });
    return true;
  });
}

/** A gap ends when all is in use again; of a connection just made there is none, since all of it is read anyway. */
function findGap(finding: HookFinding, { until, isFirst, isBroken }: Coverage, now: Instant): Instant | null {
  const isOver = areAllActive(finding.topics) && (isBroken || finding.repairedTopics.length > 0);
  if (!isOver || (isFirst && now - until < marginMs)) return null;
  return plus(until, -marginMs);
}
