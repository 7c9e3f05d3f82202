import { z } from 'zod';
import {
  hasValidCheckSymbol,
  rewardTermsSchema,
  type RewardInput,
  type RewardSide,
  type RewardTerms,
} from '@regulars/core/referrals';
import { dayMs, plus, type CustomerId, type Instant, type RewardId, type StoreId } from '@regulars/core/shared';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database, Tx } from '../foundation/database/database.ts';
import { planEffects } from '../foundation/effects/plan-effects.ts';
import { claimEvents, type StoredEvent } from '../foundation/events/claim-events.ts';
import { deriveRewardId, type RewardCodes } from '../referrals/door.ts';
import { applyDecisions, type RewardHappening } from './apply-decisions.ts';
import { toEffect } from './coupon-effects.ts';
import { insertRewards, lockRewards, type StoredReward } from './reward-repository.ts';

export interface ReactDeps {
  readonly database: Database;
  readonly rewardCodes: RewardCodes;
}

const batchSize = 200;

const referralDataSchema = z.object({
  referralId: z.string(),
  role: z.enum(['advocate', 'friend']),
  reward: rewardTermsSchema.nullable().default(null),
});
const grantDataSchema = z.object({ source: z.string(), reward: rewardTermsSchema });
const orderDataSchema = z.object({ couponCodes: z.array(z.string()) });

/** Grants, takes back and marks as used what one batch of customers' events asks for. Returns how many customers were seen. */
export async function reactToEvents(deps: ReactDeps, storeId: StoreId): Promise<number> {
  const seen = await deps.database.withStore(storeId, async (tx, now) => {
    const customers = await claimEvents(tx, storeId, 'rewards', batchSize);
    await grant(
      deps,
      tx,
      storeId,
      customers.flatMap(({ customerId, events }) => events.flatMap((event) => toGrants(customerId, event))),
      now,
    );
    await change(
      tx,
      storeId,
      customers.flatMap(({ events }) => events.flatMap(toChanges)),
      now,
    );
    crashPoint('rewards.beforeGrantCommit');
    return customers.length;
  });
  crashPoint('rewards.afterGrantCommit');
  return seen;
}

interface Grant {
  readonly customerId: CustomerId;
  readonly source: string;
  readonly side: RewardSide;
  readonly terms: RewardTerms;
}

function toGrants(customerId: CustomerId, { kind, data }: StoredEvent): readonly Grant[] {
  if (kind === 'rewardGranted') {
    const { source, reward } = grantDataSchema.parse(data);
    return [{ customerId, source, side: 'sequence', terms: reward }];
  }
  if (kind !== 'referralClaimed' && kind !== 'referralQualified') return [];
  const { referralId, role, reward } = referralDataSchema.parse(data);
  if (reward === null) return [];
  const side = kind === 'referralClaimed' ? 'friend_welcome' : role;
  return [{ customerId, source: `referral:${referralId}`, side, terms: reward }];
}

/** One reward per source and side: asked for again, nothing happens, not even an effect. */
async function grant(
  { rewardCodes }: ReactDeps,
  tx: Tx,
  storeId: StoreId,
  grants: readonly Grant[],
  now: Instant,
): Promise<void> {
  const granted = grants.map(({ customerId, source, side, terms }): StoredReward => {
    const rewardId = deriveRewardId(storeId, source, side);
    const expiresAt = plus(now, terms.validDays * dayMs);
    return {
      customerId,
      source,
      retryCount: 0,
      connectionId: null,
      reward: { rewardId, side, code: rewardCodes(rewardId, side), terms, expiresAt, standing: { status: 'approved' } },
    };
  });
  const fresh = await insertRewards(tx, storeId, granted);
  await planEffects(
    tx,
    storeId,
    granted
      .filter(({ reward }) => fresh.has(reward.rewardId))
      .map((stored) => toEffect(storeId, stored, 'issueCode', now)),
  );
}

type Change = {
  readonly sources: readonly string[];
  readonly sides: readonly RewardSide[];
  readonly codes: readonly string[];
  readonly input: RewardInput;
};

function toChanges({ kind, data }: StoredEvent): readonly Change[] {
  if (kind === 'orderPaid') {
    const codes = orderDataSchema
      .parse(data)
      .couponCodes.map((code) => code.toUpperCase())
      .filter(isRewardCode);
    return codes.length === 0 ? [] : [{ sources: [], sides: [], codes, input: { kind: 'codeUsed' } }];
  }
  if (kind !== 'referralRejected' && kind !== 'referralExpired' && kind !== 'referralReversed') return [];
  const { referralId, role } = referralDataSchema.parse(data);
  const sides: readonly RewardSide[] = role === 'advocate' ? ['advocate'] : ['friend_welcome', 'friend'];
  return [{ sources: [`referral:${referralId}`], sides, codes: [], input: { kind: 'revokeAsked' } }];
}

async function change(tx: Tx, storeId: StoreId, changes: readonly Change[], now: Instant): Promise<void> {
  if (changes.length === 0) return;
  const locked = await lockRewards(tx, storeId, {
    ids: [],
    sources: changes.flatMap(({ sources }) => sources),
    codes: changes.flatMap(({ codes }) => codes),
  });
  const happenings = changes.flatMap(({ sources, sides, codes, input }): readonly RewardHappening[] =>
    locked
      .filter(
        ({ source, reward }) =>
          codes.includes(reward.code) || (sources.includes(source) && sides.includes(reward.side)),
      )
      .map(({ reward }): { rewardId: RewardId; input: RewardInput } => ({ rewardId: reward.rewardId, input })),
  );
  await applyDecisions(tx, storeId, locked, happenings, now);
}

/** Spares the database the shop's other codes. */
function isRewardCode(code: string): boolean {
  return hasValidCheckSymbol(code.slice(code.lastIndexOf('-') + 1));
}
