import { plus, type CustomerId, type EffectId, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { claimEffects, type ClaimedEffect } from '../foundation/effects/claim-effects.ts';
import { settleEffects } from '../foundation/effects/settle-effects.ts';
import { appendEvents, type NewEvent } from '../foundation/events/event-log.ts';
import { decideLookup, type LookupAnswer, type LookupDecision } from './decide-lookup.ts';
import { readLookups, writeLookups, type LookupState } from './lookup-repository.ts';
import type { MailAccounts, OpenMailAccount } from './mail-accounts.ts';
import { parseMailRequest, toAbout } from './mail-request.ts';
import { readMessages, type StoredMessage } from './message-repository.ts';

export interface ResolveMailsDeps {
  readonly database: Database;
  readonly accounts: MailAccounts;
  readonly leaseMs: number;
}

const batchSize = 20;

interface Unknown {
  readonly effect: ClaimedEffect;
  readonly stored: StoredMessage;
  readonly before: LookupState;
}

/** Clears up mails of which nobody knows whether they went: asks the provider, or admits that nobody can know. */
export async function resolveMails(
  { database, accounts, leaseMs }: ResolveMailsDeps,
  storeId: StoreId,
): Promise<number> {
  const account = await accounts.find(storeId);
  if (account.link === null) return 0;
  const { resolution } = account.capabilities;
  const { leaseToken, effects, unknown } = await database.withStore(storeId, async (tx) => {
    const claim = await claimEffects(tx, storeId, { kind: 'mail', phase: 'unknown', limit: batchSize, leaseMs });
    const ids = claim.effects.map(({ id }) => id);
    const [stored, lookups] = [await readMessages(tx, storeId, ids), await readLookups(tx, storeId, ids)];
    const found = claim.effects.flatMap((effect): Unknown[] => {
      const [message, before] = [stored.get(effect.id), lookups.get(effect.id)];
      return message === undefined || before === undefined ? [] : [{ effect, stored: message, before }];
    });
    return { ...claim, unknown: found };
  });
  if (effects.length === 0) return 0;

  const answers = await askAll(account, unknown);
  await database.withStore(storeId, async (tx, now) => {
    const decisions = unknown.map(({ before }) =>
      decideLookup(before, answers.get(before.id) ?? 'silent', resolution, now),
    );
    const settled = await settleEffects(
      tx,
      storeId,
      leaseToken,
      decisions.map(({ outcome }) => outcome),
    );
    const mine = decisions.filter(({ outcome }) => settled.has(outcome.id));
    await writeLookups(
      tx,
      storeId,
      mine.map(({ state }) => state),
    );
    // An effect without its bytes cannot be asked about; it is looked at again when they can be read.
    const lost = effects.filter(({ id }) => !unknown.some(({ effect }) => effect.id === id));
    await settleEffects(
      tx,
      storeId,
      leaseToken,
      lost.map(({ id }) => ({ id, state: 'unknown', reason: 'outcome_unknown', dueAt: plus(now, leaseMs) })),
    );
    await appendEvents(
      tx,
      storeId,
      mine.flatMap(({ outcome }) => toEvents(unknown, outcome, now)),
    );
  });
  return effects.length;
}

async function askAll(
  { link, connectionId, capabilities }: OpenMailAccount,
  unknown: readonly Unknown[],
): Promise<ReadonlyMap<EffectId, LookupAnswer>> {
  const answers = unknown.map(async ({ stored: { message }, before }): Promise<readonly [EffectId, LookupAnswer]> => {
    if (before.hasReceipt) return [before.id, 'accepted'];
    // Another account knows nothing of it, and would be believed.
    if (capabilities.resolution === 'none' || before.connectionId !== connectionId) return [before.id, 'unaskable'];
    const { effectId, messageId, sentAt, to } = message;
    try {
      return [before.id, await link.findMessage({ messageId, effectId, recipient: to.address, sentAt })];
    } catch {
      return [before.id, 'silent'];
    }
  });
  return new Map(await Promise.all(answers));
}

function toEvents(
  unknown: readonly Unknown[],
  outcome: LookupDecision['outcome'],
  at: NewEvent['at'],
): readonly NewEvent[] {
  const effect = unknown.find(({ effect: { id } }) => id === outcome.id)?.effect;
  const customerId: CustomerId | null = effect?.customerId ?? null;
  if (effect === undefined || customerId === null) return [];
  const about = toAbout(effect.id, parseMailRequest(effect.payload));
  if (outcome.state === 'accepted') return [{ customerId, kind: 'messageAccepted', at, data: about }];
  return outcome.state === 'unknown_final'
    ? [{ customerId, kind: 'messageUnknown', at, data: { ...about, reason: outcome.reason } }]
    : [];
}
