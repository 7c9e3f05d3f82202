import { describe, expect, it } from 'vitest';
import type { RewardId } from '../shared/ids.ts';
import { type Instant, toInstant } from '../shared/instant.ts';
import { decideReward } from './decide-reward.ts';
import type { Reward, RewardInput, RewardStanding } from './reward.ts';

const now = toInstant(1_790_000_000_000);
const rewardId = 'reward' as RewardId;
const approved: Reward = {
  rewardId,
  side: 'advocate',
  code: 'THANKS-7K3QW9XM2P4',
  terms: { kind: 'percent', percent: 10, validDays: 90 },
  expiresAt: toInstant(now + 1),
  standing: { status: 'approved' },
};
const codeFound: RewardInput = { kind: 'codeFound', couponExternalId: '7' };

describe('a reward', () => {
  it('is issued when its code is on the store; event and mail come with it', () => {
    const issuing = given(approved, { kind: 'issueStarted' });
    expect(issuing.standing).toEqual({ status: 'issuing' });
    const decision = decideReward(issuing, codeFound, now);
    expect(decision.reward.standing).toEqual({ status: 'issued', couponExternalId: '7' });
    expect(decision.events).toEqual([
      { kind: 'rewardIssued', data: { rewardId, side: 'advocate', expiresAt: approved.expiresAt } },
    ]);
    expect(decision.effects).toEqual(['tellCustomer']);
  });

  it('is issued once: finding the code again says nothing new', () => {
    const issued = given(approved, { kind: 'issueStarted' }, codeFound);
    expect(decideReward(issued, codeFound, now)).toEqual({ reward: issued, events: [], effects: [] });
  });

  it('given by a sequence sends no mail: the sequence writes one of its own', () => {
    const decision = decideReward({ ...approved, side: 'sequence', standing: { status: 'issuing' } }, codeFound, now);
    expect(decision.effects).toEqual([]);
    expect(decision.events).toHaveLength(1);
  });

  it('waits for a person when it cannot be issued, and is tried again when asked', () => {
    const stuck = given(approved, { kind: 'issueFailed', reason: 'no_discount_codes' });
    expect(stuck.standing).toEqual({ status: 'stuck', reason: 'no_discount_codes' });
    const retried = decideReward(stuck, { kind: 'retryAsked' }, now);
    expect(retried.reward.standing).toEqual({ status: 'approved' });
    expect(retried.effects).toEqual(['issueCode']);
  });

  it('is redeemed by the order that uses its code, even when the mail about it is still on its way', () => {
    for (const standing of [
      { status: 'issuing' },
      { status: 'issued', couponExternalId: '7' },
      { status: 'expired' },
    ] as const) {
      const decision = decideReward(at(standing), { kind: 'codeUsed' }, now);
      expect(decision.reward.standing).toEqual({ status: 'redeemed' });
      expect(decision.events).toEqual([{ kind: 'rewardRedeemed', data: { rewardId, side: 'advocate' } }]);
    }
  });

  it('expires when its time is over, and not before', () => {
    const issued = at({ status: 'issued', couponExternalId: '7' });
    expect(decideReward(issued, { kind: 'validityElapsed' }, now).reward).toBe(issued);
    expect(decideReward(issued, { kind: 'validityElapsed' }, approved.expiresAt).reward.standing).toEqual({
      status: 'expired',
    });
  });
});

describe('taking a reward back', () => {
  it('costs nothing when no code was asked for yet', () => {
    const decision = decideReward(approved, { kind: 'revokeAsked' }, now);
    expect(decision.reward.standing).toEqual({ status: 'revoked' });
    expect(decision.events).toEqual([{ kind: 'rewardRevoked', data: { rewardId, side: 'advocate' } }]);
    expect(decision.effects).toEqual([]);
  });

  it('deletes a code that is on the store', () => {
    const asked = decideReward(at({ status: 'issued', couponExternalId: '7' }), { kind: 'revokeAsked' }, now);
    expect(asked.reward.standing).toEqual({ status: 'revoking', couponExternalId: '7' });
    expect(asked.effects).toEqual(['revokeCode']);
    expect(given(asked.reward, { kind: 'codeDeleted' }).standing).toEqual({ status: 'revoked' });
  });

  it('while the store is being asked waits for the answer, then deletes what was made', () => {
    const asked = given(at({ status: 'issuing' }), { kind: 'revokeAsked' });
    expect(asked.standing).toEqual({ status: 'revoking', couponExternalId: null });
    const found = decideReward(asked, codeFound, now);
    expect(found.effects).toEqual(['revokeCode']);
    expect(found.events).toEqual([]);
    expect(given(asked, { kind: 'issueFailed', reason: 'refused' }).standing).toEqual({ status: 'revoked' });
  });

  it('looks for a code of which the store never said whether it was made', () => {
    const decision = decideReward(at({ status: 'stuck', reason: 'unknown_final' }), { kind: 'revokeAsked' }, now);
    expect(decision.effects).toEqual(['revokeCode']);
  });

  it('comes too late for a code that was used', () => {
    const redeemed = at({ status: 'redeemed' });
    expect(decideReward(redeemed, { kind: 'revokeAsked' }, now).reward).toBe(redeemed);
    expect(given(at({ status: 'revoking', couponExternalId: '7' }), { kind: 'codeUsed' }).standing).toEqual({
      status: 'redeemed',
    });
  });

  it('makes no code afterwards', () => {
    const revoked = at({ status: 'revoked' });
    for (const input of [{ kind: 'issueStarted' }, { kind: 'retryAsked' }, codeFound] as const) {
      expect(decideReward(revoked, input, now)).toEqual({ reward: revoked, events: [], effects: [] });
    }
  });
});

function at(standing: RewardStanding): Reward {
  return { ...approved, standing };
}

function given(reward: Reward, ...inputs: readonly RewardInput[]): Reward {
  const at: Instant = now;
  return inputs.reduce((current, input) => decideReward(current, input, at).reward, reward);
}
