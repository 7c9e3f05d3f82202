import type { MailCapabilities } from '@regulars/adapter-contracts';
import type { EffectId, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { settleEffects, type EffectOutcome } from '../foundation/effects/settle-effects.ts';
import { appendEvents, type NewEvent } from '../foundation/events/event-log.ts';
import type { ClaimedMail } from './claim-mails.ts';
import { markUnknown, uncountMessages } from './message-repository.ts';
import type { PostedMail } from './post-mails.ts';
import { suppress } from './suppress.ts';
import { toOutcome } from './to-outcome.ts';

/** Writes what became of posted mails: the effect, its place under the cap, the suppression of dead addresses, the events. */
export async function settleMails(
  tx: Tx,
  storeId: StoreId,
  leaseToken: string,
  posted: readonly PostedMail[],
  capabilities: MailCapabilities,
  now: Instant,
): Promise<void> {
  const outcomes = posted.map(({ mail, result }) => toOutcome(mail.id, result, mail.attempt, capabilities, now));
  const settled = await settleEffects(tx, storeId, leaseToken, outcomes);
  const idsOf = (...states: readonly EffectOutcome['state'][]): readonly EffectId[] =>
    outcomes.filter(({ id, state }) => settled.has(id) && states.includes(state)).map(({ id }) => id);
  await uncountMessages(tx, storeId, idsOf('planned', 'rejected'));
  await markUnknown(tx, storeId, idsOf('unknown', 'unknown_final'));

  const mine = posted.flatMap(({ mail, result }, index) => {
    const outcome = outcomes[index];
    return outcome !== undefined && settled.has(mail.id) ? [{ mail, result, outcome }] : [];
  });
  const dead = mine.filter(
    ({ result }) =>
      result.kind === 'answered' &&
      result.outcome.status === 'rejected' &&
      result.outcome.reason === 'recipient_invalid',
  );
  const suppressed = await suppress(
    tx,
    storeId,
    dead.map(({ mail }) => ({
      recipientKey: mail.stored.recipientKey,
      customerId: mail.customerId,
      reason: 'hard_bounce',
      at: now,
      note: 'refused by the mail server',
    })),
  );
  await appendEvents(tx, storeId, [...mine.flatMap(({ mail, outcome }) => toEvent(mail, outcome, now)), ...suppressed]);
}

function toEvent({ customerId, about }: ClaimedMail, outcome: EffectOutcome, at: Instant): readonly NewEvent[] {
  switch (outcome.state) {
    case 'accepted':
      return [{ customerId, kind: 'messageAccepted', at, data: about }];
    case 'rejected':
      return [{ customerId, kind: 'messageRejected', at, data: { ...about, reason: outcome.reason } }];
    case 'unknown_final':
      return [{ customerId, kind: 'messageUnknown', at, data: { ...about, reason: outcome.reason } }];
    default:
      // Still on its way: the effect itself says why it waits.
      return [];
  }
}
