import type { AdapterContext, DiscountCode } from '@regulars/adapter-contracts';
import type { RewardInput, RewardTerms } from '@regulars/core/referrals';
import type { Instant, StoreId } from '@regulars/core/shared';
import { findPeople } from '../customers/door.ts';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database } from '../foundation/database/database.ts';
import { markSending, type Claim, type ClaimedEffect, type EffectPhase } from '../foundation/effects/claim-effects.ts';
import { settleEffects, type EffectOutcome } from '../foundation/effects/settle-effects.ts';
import { canGive } from '../referrals/door.ts';
import type { AdapterRegistry, Directory, Store } from '../stores/door.ts';
import { applyDecisions } from './apply-decisions.ts';
import { callTimeoutMs, claimCoupons } from './coupon-claims.ts';
import { couponRequestSchema, type CouponRequest } from './coupon-effects.ts';
import { openCouponPlatforms, type CouponPlatform, type CouponPlatforms } from './coupon-platforms.ts';
import { issueCode, revokeCode, type CouponAnswer } from './issue-code.ts';
import { retryLater } from './retry-later.ts';
import { keepConnection, lockRewards, type StoredReward } from './reward-repository.ts';
import { toDiscountCode } from './to-discount-code.ts';

export interface CouponDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
  readonly adapterContext: AdapterContext;
  readonly monotonicMs: () => number;
  /** How long a worker has for a batch before another may take it over. */
  readonly leaseMs: number;
}

/**
 * Makes and deletes the codes that are due in one store: claims them, talks to the platform one at a time, settles each
 * as soon as its answer is there. Returns how many were claimed.
 */
export async function workCoupons(deps: CouponDeps, storeId: StoreId, phase: EffectPhase): Promise<number> {
  const store = await deps.directory.findStore(storeId);
  if (store === null) return 0;
  const startedMs = deps.monotonicMs();
  const claim = await deps.database.withStore(storeId, async (tx) => {
    const claimed = await claimCoupons(tx, storeId, phase, deps.leaseMs);
    crashPoint('rewards.beforeClaimCommit');
    return claimed;
  });
  crashPoint('rewards.afterClaimCommit');
  if (claim === null) return 0;
  const platforms = await openCouponPlatforms(deps, storeId, callTimeoutMs(deps.leaseMs));
  try {
    for (const effect of claim.effects) {
      const isLate = deps.monotonicMs() - startedMs > deps.leaseMs / 2;
      await workOne(deps, { store, claim, effect, phase, platforms, isLate });
    }
  } finally {
    await platforms.close();
  }
  return claim.effects.length;
}

interface Work {
  readonly store: Store;
  readonly claim: Claim;
  readonly effect: ClaimedEffect;
  readonly phase: EffectPhase;
  readonly platforms: CouponPlatforms;
  readonly isLate: boolean;
}

async function workOne(deps: CouponDeps, work: Work): Promise<void> {
  const { store, platforms, isLate } = work;
  const request = couponRequestSchema.parse(work.effect.payload);
  if (isLate) return settle(deps, work, request, { kind: 'later', retryAfterMs: null });
  const begun = await begin(deps, work, request);
  if (begun === null) return;
  if (!isWanted(begun.stored, request)) return settle(deps, work, request, null);
  const platform = await platforms.find(begun.stored.connectionId);
  if (typeof platform === 'string') {
    return settle(
      deps,
      work,
      request,
      request.action === 'issue' ? { kind: 'failed', reason: platform } : { kind: 'gone' },
    );
  }
  const { reward } = begun.stored;
  const { connection, capabilities } = platform;
  const email = capabilities.unboundCodesOnly === true ? null : begun.email;
  // Taken back meanwhile: what an earlier try may have made is deleted, and nothing new is made.
  const answer =
    reward.standing.status === 'issuing'
      ? await issueWhereOffered(platform, reward.terms, toDiscountCode(begun.stored, store.currency, email))
      : await revokeCode(connection, reward.code, reward.rewardId);
  await settle(deps, work, request, answer);
}

/** What the platform cannot give is not asked of it: it might make a code that gives something else. */
async function issueWhereOffered(
  { connection, capabilities }: CouponPlatform,
  terms: RewardTerms,
  discountCode: DiscountCode,
): Promise<CouponAnswer> {
  return canGive(terms, capabilities)
    ? issueCode(connection, discountCode)
    : { kind: 'failed', reason: 'kind_not_offered' };
}

/** Says that from here on the outcome may be unknown, and reads the reward as it stands at this moment. */
async function begin(
  deps: CouponDeps,
  { store, claim, effect, phase, platforms }: Work,
  { rewardId }: CouponRequest,
): Promise<{ readonly stored: StoredReward; readonly email: string | null } | null> {
  return deps.database.withStore(store.id, async (tx, now) => {
    const locked = await lockRewards(tx, store.id, { ids: [rewardId], sources: [], codes: [] });
    if (phase === 'planned' && !(await markSending(tx, store.id, claim.leaseToken, [effect.id])).has(effect.id))
      return null;
    const [known] = locked;
    if (known === undefined) throw new Error('A coupon was planned for a reward that does not exist.');
    const [person] = await findPeople(tx, store.id, [known.customerId]);
    const email = person?.email ?? null;
    // Erased since the claim: bound to no address, the welcome would be anybody's.
    const isNobodys = known.reward.side === 'friend_welcome' && email === null;
    const input: RewardInput = { kind: isNobodys ? 'revokeAsked' : 'issueStarted' };
    const decided = await applyDecisions(tx, store.id, locked, [{ rewardId, input }], now);
    const stored = decided.get(rewardId) ?? known;
    const connectionId = known.connectionId ?? platforms.preferredId;
    if (stored.reward.standing.status === 'issuing') await keepConnection(tx, store.id, rewardId, connectionId);
    return { stored: { ...stored, connectionId }, email };
  });
}

function isWanted({ reward: { standing } }: StoredReward, { action }: CouponRequest): boolean {
  return standing.status === 'revoking' || (action === 'issue' && standing.status === 'issuing');
}

async function settle(
  deps: CouponDeps,
  work: Work,
  { rewardId }: CouponRequest,
  answer: CouponAnswer | null,
): Promise<void> {
  const { store, claim, effect } = work;
  await deps.database.withStore(store.id, async (tx, now) => {
    const locked = await lockRewards(tx, store.id, { ids: [rewardId], sources: [], codes: [] });
    const outcome = toOutcome(work, answer, now);
    const settled = await settleEffects(tx, store.id, claim.leaseToken, [outcome]);
    if (!settled.has(effect.id)) return;
    const input = toInput(outcome, answer);
    if (input !== null) await applyDecisions(tx, store.id, locked, [{ rewardId, input }], now);
    // Certainly not made there: the next attempt may be elsewhere.
    if (answer?.kind === 'failed') await keepConnection(tx, store.id, rewardId, null);
    crashPoint('rewards.beforeSettleCommit');
  });
  crashPoint('rewards.afterSettleCommit');
}

function toOutcome({ effect, phase }: Work, answer: CouponAnswer | null, now: Instant): EffectOutcome {
  const { id, createdAt } = effect;
  switch (answer?.kind) {
    case undefined:
      return { id, state: 'skipped', reason: 'reward.not_wanted' };
    case 'found':
      return { id, state: 'accepted', providerReference: answer.couponExternalId };
    case 'gone':
    case 'used':
      return { id, state: 'accepted', providerReference: null };
    case 'failed':
      return { id, state: 'rejected', reason: `reward.${answer.reason}` };
    case 'unknown':
    case 'later': {
      const retryAfterMs = answer.kind === 'later' ? answer.retryAfterMs : null;
      const dueAt = retryLater(createdAt, now, retryAfterMs);
      const isUnknown = answer.kind === 'unknown' || phase === 'unknown';
      if (dueAt === null) return { id, state: isUnknown ? 'unknown_final' : 'rejected', reason: 'reward.gave_up' };
      return { id, state: isUnknown ? 'unknown' : 'planned', reason: `reward.${answer.kind}`, dueAt };
    }
  }
}

function toInput(outcome: EffectOutcome, answer: CouponAnswer | null): RewardInput | null {
  switch (answer?.kind) {
    case 'found':
      return { kind: 'codeFound', couponExternalId: answer.couponExternalId };
    case 'gone':
      return { kind: 'codeDeleted' };
    case 'used':
      return { kind: 'codeUsed' };
    case 'failed':
      return { kind: 'issueFailed', reason: answer.reason };
    default:
      if (outcome.state === 'unknown_final') return { kind: 'issueFailed', reason: 'unknown_final' };
      return outcome.state === 'rejected' ? { kind: 'issueFailed', reason: 'no_connection' } : null;
  }
}
