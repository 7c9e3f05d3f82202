import type { Instant } from '../shared/instant.ts';
import type { Reward, RewardEffect, RewardEvent, RewardInput, RewardStanding } from './reward.ts';

/** The reward after an input, what to tell and what to do. The same reward means: nothing changed. */
export interface RewardDecision {
  readonly reward: Reward;
  readonly events: readonly RewardEvent[];
  readonly effects: readonly RewardEffect[];
}

/**
 * Decides what becomes of a reward. Total: inputs may be repeated and come in any order, a code is never made after the
 * reward was taken back, and a code that may have been made before that is taken back as soon as it is known.
 *
 * @example
 * ```ts
 * decideReward(issuing, { kind: 'codeFound', couponExternalId: '7' }, now).reward.standing.status; // 'issued'
 * ```
 */
export function decideReward(reward: Reward, input: RewardInput, now: Instant): RewardDecision {
  const { standing } = reward;
  switch (input.kind) {
    case 'issueStarted':
      return standing.status === 'approved' ? change(reward, { status: 'issuing' }) : unchanged(reward);
    case 'codeFound':
      return decideCodeFound(reward, input.couponExternalId);
    case 'issueFailed':
      return decideIssueFailed(reward, { status: 'stuck', reason: input.reason });
    case 'codeUsed':
      return decideCodeUsed(reward);
    case 'validityElapsed':
      if (standing.status !== 'issued' || now < reward.expiresAt) return unchanged(reward);
      return change(reward, { status: 'expired' }, [tell(reward, 'rewardExpired')]);
    case 'revokeAsked':
      return decideRevokeAsked(reward);
    case 'codeDeleted':
      return standing.status === 'revoking' ? revoked(reward) : unchanged(reward);
    case 'retryAsked':
      return standing.status === 'stuck'
        ? change(reward, { status: 'approved' }, [], ['issueCode'])
        : unchanged(reward);
  }
}

function decideCodeFound(reward: Reward, couponExternalId: string): RewardDecision {
  const { status } = reward.standing;
  if (status === 'revoking') {
    if (reward.standing.couponExternalId !== null) return unchanged(reward);
    return change(reward, { status, couponExternalId }, [], ['revokeCode']);
  }
  if (status !== 'approved' && status !== 'issuing' && status !== 'stuck') return unchanged(reward);
  // A sequence that gives a reward writes about it in a mail of its own.
  const effects: RewardEffect[] = reward.side === 'sequence' ? [] : ['tellCustomer'];
  return change(reward, { status: 'issued', couponExternalId }, [issuedEvent(reward)], effects);
}

function decideIssueFailed(reward: Reward, stuck: RewardStanding): RewardDecision {
  const { standing } = reward;
  if (standing.status === 'revoking' && standing.couponExternalId === null) return revoked(reward);
  return standing.status === 'approved' || standing.status === 'issuing' ? change(reward, stuck) : unchanged(reward);
}

function decideCodeUsed(reward: Reward): RewardDecision {
  const { status } = reward.standing;
  if (status === 'redeemed' || status === 'revoked') return unchanged(reward);
  return change(reward, { status: 'redeemed' }, [tell(reward, 'rewardRedeemed')]);
}

function decideRevokeAsked(reward: Reward): RewardDecision {
  const { standing } = reward;
  switch (standing.status) {
    case 'approved':
      return revoked(reward);
    case 'stuck':
      // The store never said whether it made the code: look, and delete it if so.
      if (standing.reason !== 'unknown_final') return revoked(reward);
      return change(reward, { status: 'revoking', couponExternalId: null }, [], ['revokeCode']);
    case 'issuing':
      return change(reward, { status: 'revoking', couponExternalId: null });
    case 'issued':
      return change(reward, { status: 'revoking', couponExternalId: standing.couponExternalId }, [], ['revokeCode']);
    default:
      return unchanged(reward);
  }
}

function revoked(reward: Reward): RewardDecision {
  return change(reward, { status: 'revoked' }, [tell(reward, 'rewardRevoked')]);
}

function issuedEvent({ rewardId, side, expiresAt }: Reward): RewardEvent {
  return { kind: 'rewardIssued', data: { rewardId, side, expiresAt } };
}

function tell({ rewardId, side }: Reward, kind: 'rewardRedeemed' | 'rewardExpired' | 'rewardRevoked'): RewardEvent {
  return { kind, data: { rewardId, side } };
}

function change(
  reward: Reward,
  standing: RewardStanding,
  events: readonly RewardEvent[] = [],
  effects: readonly RewardEffect[] = [],
): RewardDecision {
  return { reward: { ...reward, standing }, events, effects };
}

function unchanged(reward: Reward): RewardDecision {
  return { reward, events: [], effects: [] };
}
