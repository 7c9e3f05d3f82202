import { decideReward, type RewardInput } from '@regulars/core/referrals';
import type { Instant, RewardId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { cancelEffects, planEffects } from '../foundation/effects/plan-effects.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { issueKey, noticeKey, toEffect } from './coupon-effects.ts';
import { saveRewards, type StoredReward } from './reward-repository.ts';

/** One thing that happened to one reward. */
export interface RewardHappening {
  readonly rewardId: RewardId;
  readonly input: RewardInput;
}

/** Decides what the happenings, in their order, do to the rewards the caller holds locked, and writes all of it. */
export async function applyDecisions(
  tx: Tx,
  storeId: StoreId,
  locked: readonly StoredReward[],
  happenings: readonly RewardHappening[],
  now: Instant,
): Promise<ReadonlyMap<RewardId, StoredReward>> {
  const rewards = new Map(locked.map((stored) => [stored.reward.rewardId, stored]));
  const changed = new Set<RewardId>();
  const events = [];
  const effects = [];
  for (const { rewardId, input } of happenings) {
    const stored = rewards.get(rewardId);
    if (stored === undefined) continue;
    const decision = decideReward(stored.reward, input, now);
    if (decision.reward === stored.reward) continue;
    const retryCount = stored.retryCount + (input.kind === 'retryAsked' ? 1 : 0);
    const decided: StoredReward = { ...stored, retryCount, reward: decision.reward };
    rewards.set(rewardId, decided);
    changed.add(rewardId);
    events.push(...decision.events.map(({ kind, data }) => ({ customerId: stored.customerId, kind, at: now, data })));
    effects.push(...decision.effects.map((effect) => toEffect(storeId, decided, effect, now)));
  }
  const written = [...rewards.values()].filter(({ reward }) => changed.has(reward.rewardId));
  const revoked = written.filter(
    ({ reward: { standing } }) => standing.status === 'revoked' || standing.status === 'revoking',
  );
  const ended = [...revoked, ...written.filter(({ reward }) => reward.standing.status === 'expired')];
  await saveRewards(tx, storeId, written);
  await cancelEffects(tx, storeId, revoked.map(issueKey), 'reward.revoked');
  // However long mail rested: nobody is sent a code that is no longer worth anything.
  await cancelEffects(tx, storeId, ended.map(noticeKey), 'reward.ended');
  await planEffects(tx, storeId, effects);
  await appendEvents(tx, storeId, events);
  return rewards;
}
