import { sql } from 'kysely';
import { z } from 'zod';
import type { CustomerId, EffectId, RewardId, StoreId } from '@regulars/core/shared';
import type { MailFacts, MailVariables, PlannedMail } from '../delivery/door.ts';
import type { Tx } from '../foundation/database/database.ts';
import { chooseLanguage } from '../foundation/pages/index.ts';
import type { Directory } from '../stores/door.ts';
import { describeReward } from './describe-reward.ts';
import { readRewards, type StoredReward } from './reward-repository.ts';

const payloadSchema = z.object({ rewardId: z.uuid().transform((id) => id as RewardId) });

/**
 * Lends letters the reward they are about: the one a notice names, or the latest one its enrollment was given.
 * A letter waits while its code is being made; one whose reward never came to be says nothing about it.
 */
export function createRewardFacts(directory: Directory): MailFacts {
  return {
    variables: ['reward.code', 'reward.description', 'reward.expires_on'],
    collect: async (tx, storeId, mails) => {
      const store = await directory.findStore(storeId);
      if (store === null) return new Map();
      const rewards = await findRewards(tx, storeId, mails);
      const lent = new Map<EffectId, MailVariables | 'notReady'>();
      for (const { effectId, locale } of mails) {
        const reward = rewards.get(effectId)?.reward;
        if (reward === undefined) continue;
        const { status } = reward.standing;
        const language = chooseLanguage(locale, store.locale);
        if (status === 'approved' || status === 'issuing' || status === 'stuck') lent.set(effectId, 'notReady');
        else if (status === 'issued' || status === 'redeemed')
          lent.set(effectId, { reward: describeReward(reward, store, language) });
      }
      return lent;
    },
  };
}

async function findRewards(
  tx: Tx,
  storeId: StoreId,
  mails: readonly PlannedMail[],
): Promise<ReadonlyMap<EffectId, StoredReward>> {
  const named = mails.flatMap(({ effectId, payload }) => {
    const parsed = payloadSchema.safeParse(payload);
    return parsed.success ? [{ effectId, rewardId: parsed.data.rewardId }] : [];
  });
  const wanted = [...named, ...(await findEnrollmentRewards(tx, storeId, mails))];
  const rewards = await readRewards(
    tx,
    storeId,
    wanted.map(({ rewardId }) => rewardId),
  );
  const byId = new Map(rewards.map((stored) => [stored.reward.rewardId, stored]));
  return new Map(
    wanted.flatMap(({ effectId, rewardId }) => {
      const stored = byId.get(rewardId);
      return stored === undefined ? [] : [[effectId, stored] as const];
    }),
  );
}

async function findEnrollmentRewards(
  tx: Tx,
  storeId: StoreId,
  mails: readonly PlannedMail[],
): Promise<readonly { readonly effectId: EffectId; readonly rewardId: RewardId }[]> {
  const enrolled = mails.flatMap(({ effectId, customerId, request }) =>
    request.enrollment === null
      ? []
      : [{ effectId, customerId, prefix: `enrollment:${request.enrollment.enrollmentId}:` }],
  );
  if (enrolled.length === 0) return [];
  const { rows } = await sql<{ effectId: EffectId; rewardId: RewardId }>`
    select m.effect_id as "effectId", latest.id as "rewardId"
    from unnest(
      ${enrolled.map(({ effectId }) => effectId)}::uuid[],
      ${enrolled.map(({ customerId }): CustomerId => customerId)}::uuid[],
      ${enrolled.map(({ prefix }) => prefix)}::text[]
    ) as m (effect_id, customer_id, prefix)
    cross join lateral (
      select id from reward r
      where r.store_id = ${storeId} and r.customer_id = m.customer_id and starts_with(r.source, m.prefix)
      order by r.created_at desc, r.id
      limit 1
    ) latest`.execute(tx);
  return rows;
}
