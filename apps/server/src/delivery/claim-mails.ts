import type { ReachedCap, SendPolicy } from '@regulars/core/messaging';
import type { ConnectionId, CustomerId, EffectId, Instant } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { claimEffects } from '../foundation/effects/claim-effects.ts';
import { settleEffects, type EffectOutcome } from '../foundation/effects/settle-effects.ts';
import { appendEvents, type NewEvent } from '../foundation/events/event-log.ts';
import type { Store } from '../stores/door.ts';
import { gatherCandidates, type Candidate } from './candidates.ts';
import { decideBatch, type DecidedCandidate } from './decide-batch.ts';
import { parseMailRequest, toAbout, type MessageAbout } from './mail-request.ts';
import { countMessages, insertMessages, uncountMessages, type StoredMessage } from './message-repository.ts';
import { writeLetters, type WriteLettersDeps } from './write-letters.ts';

/** A mail this worker alone may send, with its bytes. */
export interface ClaimedMail {
  readonly id: EffectId;
  readonly customerId: CustomerId;
  /** Attempts before this one. */
  readonly attempt: number;
  readonly stored: StoredMessage;
  readonly about: MessageAbout;
}

export interface MailClaim {
  readonly leaseToken: string;
  /** How many effects were taken, the skipped ones included. */
  readonly taken: number;
  readonly mails: readonly ClaimedMail[];
}

export interface ClaimMailsDeps extends WriteLettersDeps {
  readonly policy: SendPolicy;
}

export interface ClaimMailsOptions {
  readonly limit: number;
  readonly leaseMs: number;
  readonly connectionId: ConnectionId | null;
}

/** Takes due mails, asks every gate again, and writes those that may go. The others are settled here, each with its reason. */
export async function claimMails(
  tx: Tx,
  deps: ClaimMailsDeps,
  store: Store,
  { limit, leaseMs, connectionId }: ClaimMailsOptions,
  now: Instant,
): Promise<MailClaim> {
  const { leaseToken, effects } = await claimEffects(tx, store.id, { kind: 'mail', phase: 'planned', limit, leaseMs });
  if (effects.length === 0) return { leaseToken, taken: 0, mails: [] };
  const unreadable: EffectOutcome[] = [];
  const mails = effects.flatMap((effect) => {
    const request = parseMailRequest(effect.payload);
    const { customerId } = effect;
    if (request !== null && customerId !== null) return [{ effect: { ...effect, customerId }, request }];
    unreadable.push({ id: effect.id, state: 'rejected', reason: 'mail.request_invalid' });
    return [];
  });
  const decided = decideBatch(await gatherCandidates(tx, store.id, mails, now), store, deps.policy, now);
  const passed = decided.flatMap(({ candidate, verdict }) => (verdict.kind === 'send' ? [candidate] : []));
  const repeated = passed.flatMap(({ stored }) => stored ?? []);
  const { written, unwritten } = await writeLetters(
    tx,
    deps,
    store,
    passed.filter(({ stored }) => stored === null),
    now,
  );
  await insertMessages(tx, store.id, connectionId, written);
  const repeatedIds = repeated.map(({ id }) => id);
  await countMessages(tx, store.id, connectionId, repeatedIds);

  const refused = [...decided.flatMap(toRefusal), ...unwritten];
  await settleEffects(tx, store.id, leaseToken, [...unreadable, ...refused]);
  await uncountMessages(
    tx,
    store.id,
    decided.flatMap(({ candidate, verdict }) =>
      verdict.kind === 'send' || candidate.stored === null ? [] : [candidate.effect.id],
    ),
  );
  const caps = new Map(
    decided.flatMap(({ candidate, verdict }) =>
      verdict.kind === 'skip' && verdict.cap !== undefined ? [[candidate.effect.id, verdict.cap] as const] : [],
    ),
  );
  const candidates = new Map(decided.map(({ candidate }) => [candidate.effect.id, candidate]));
  await appendEvents(
    tx,
    store.id,
    refused.flatMap((outcome) => toSkipEvent(candidates.get(outcome.id), outcome, caps.get(outcome.id) ?? null, now)),
  );

  const ready = [...written, ...repeated].flatMap((stored): ClaimedMail[] => {
    const candidate = candidates.get(stored.id);
    if (candidate === undefined) return [];
    const { effect, request } = candidate;
    return [
      {
        id: effect.id,
        customerId: effect.customerId,
        attempt: effect.attempt,
        stored,
        about: toAbout(effect.id, request),
      },
    ];
  });
  return { leaseToken, taken: effects.length, mails: ready };
}

function toRefusal({ candidate: { effect }, verdict }: DecidedCandidate): readonly EffectOutcome[] {
  switch (verdict.kind) {
    case 'send':
      return [];
    case 'skip':
      return [{ id: effect.id, state: 'skipped', reason: verdict.reason }];
    case 'defer':
      return [{ id: effect.id, state: 'planned', reason: verdict.reason, dueAt: verdict.until }];
  }
}

function toSkipEvent(
  candidate: Candidate | undefined,
  outcome: EffectOutcome,
  cap: ReachedCap | null,
  at: Instant,
): readonly NewEvent[] {
  if (candidate === undefined || outcome.state !== 'skipped') return [];
  const { effect, request } = candidate;
  return [
    {
      customerId: effect.customerId,
      kind: 'messageSkipped',
      at,
      data: {
        ...toAbout(effect.id, request),
        reason: outcome.reason,
        dueAt: effect.firstDueAt,
        ...(cap === null ? {} : { cap }),
      },
    },
  ];
}
