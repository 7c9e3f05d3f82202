import { minuteMs, plus, type EffectId, type StoreId } from '@regulars/core/shared';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database } from '../foundation/database/database.ts';
import { markSending } from '../foundation/effects/claim-effects.ts';
import { settleEffects } from '../foundation/effects/settle-effects.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { setConnectionPause, type Directory, type Store } from '../stores/door.ts';
import { claimMails, type ClaimedMail, type ClaimMailsDeps, type MailClaim } from './claim-mails.ts';
import type { MailAccount, MailAccounts } from './mail-accounts.ts';
import { uncountMessages } from './message-repository.ts';
import { postMails, type PostedMail } from './post-mails.ts';
import { settleMails } from './settle-mails.ts';
import { forbiddenSince } from './forbidden-since.ts';
import { findRequestedPauseMs, isAccountFault } from './to-outcome.ts';

export interface SendMailsDeps extends ClaimMailsDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly accounts: MailAccounts;
  readonly leaseMs: number;
  /** How long one call to the provider may take. */
  readonly providerTimeoutMs: number;
}

const batchSize = 200;
/** Batches of one store before the next store has its turn. */
const maxBatches = 5;
/** Mails marked as being sent at once, per message in flight: what a crash leaves unknown. */
const groupPerConcurrency = 4;

/** A claim and when it was made, by the process's monotonic clock: groups begin only well within the lease. */
interface TimedClaim extends MailClaim {
  readonly startedAtMs: number;
}

/**
 * Sends what is due in a store: claim (all gates again, bytes kept) · mark · post · settle. The network is touched
 * between transactions only, and every write after it is fenced by the claim's token. While one batch is on its way the
 * next one is written.
 */
export async function sendMails(deps: SendMailsDeps, storeId: StoreId): Promise<number> {
  const [store, account] = [await deps.directory.findStore(storeId), await deps.accounts.find(storeId)];
  if (store === null || store.pausedAt !== null || account === null || account.pausedReason !== null) return 0;

  let claim: TimedClaim | null = await takeClaim(deps, store, account);
  let taken = 0;
  for (let batch = 1; claim !== null; batch += 1) {
    taken += claim.taken;
    const goesOn: boolean = claim.taken === batchSize && batch < maxBatches;
    const [pauseMs, next]: [number | null, TimedClaim | null] = await Promise.all([
      sendClaim(deps, storeId, account, claim),
      goesOn ? takeClaim(deps, store, account) : null,
    ]);
    if (next !== null && pauseMs !== null) {
      await giveBack(deps, storeId, next, next.mails, pauseMs);
      return taken + next.taken;
    }
    claim = next;
  }
  return taken;
}

async function takeClaim(deps: SendMailsDeps, store: Store, { connectionId }: MailAccount): Promise<TimedClaim | null> {
  const startedAtMs = performance.now();
  const claim = await deps.database.withStore(store.id, async (tx, now) => {
    const claimed = await claimMails(tx, deps, store, { limit: batchSize, leaseMs: deps.leaseMs, connectionId }, now);
    if (claimed.taken > 0) crashPoint('delivery.beforeClaimCommit');
    return claimed;
  });
  if (claim.taken === 0) return null;
  crashPoint('delivery.afterClaimCommit');
  return { ...claim, startedAtMs };
}

/** Answers how long the account must be left alone after this claim, in milliseconds; null when it need not. */
async function sendClaim(
  deps: SendMailsDeps,
  storeId: StoreId,
  account: MailAccount,
  claim: TimedClaim,
): Promise<number | null> {
  // A group begun too late would outlive the lease; it is given back instead.
  const lastStartMs = claim.startedAtMs + Math.max(deps.leaseMs / 2, deps.leaseMs - 2 * deps.providerTimeoutMs);
  const groupSize = account.capabilities.concurrency * groupPerConcurrency;
  for (let from = 0; from < claim.mails.length; from += groupSize) {
    if (performance.now() >= lastStartMs) {
      await giveBack(deps, storeId, claim, claim.mails.slice(from), 0);
      return null;
    }
    const posted = await sendGroup(deps, storeId, account, claim, claim.mails.slice(from, from + groupSize));
    const pauseMs = findRequiredPause(posted);
    if (pauseMs !== null) {
      await giveBack(deps, storeId, claim, claim.mails.slice(from + groupSize), pauseMs);
      return pauseMs;
    }
  }
  return null;
}

async function sendGroup(
  { database, directory }: SendMailsDeps,
  storeId: StoreId,
  account: MailAccount,
  { leaseToken }: MailClaim,
  group: readonly ClaimedMail[],
): Promise<readonly PostedMail[]> {
  const held = await database.withStore(storeId, async (tx, now) => {
    const forbidden = await forbiddenSince(tx, storeId, group);
    const settled = await settleEffects(
      tx,
      storeId,
      leaseToken,
      forbidden.map(({ mail, reason }) => ({ id: mail.id, state: 'skipped', reason })),
    );
    await uncountMessages(tx, storeId, [...settled]);
    await appendEvents(
      tx,
      storeId,
      forbidden
        .filter(({ mail }) => settled.has(mail.id))
        .map(({ mail, reason }) => ({
          customerId: mail.customerId,
          kind: 'messageSkipped',
          at: now,
          data: { ...mail.about, reason },
        })),
    );
    const ids = group.flatMap((mail): EffectId[] => (forbidden.some((each) => each.mail === mail) ? [] : [mail.id]));
    return await markSending(tx, storeId, leaseToken, ids);
  });
  const posted = await postMails(
    account.link,
    group.filter(({ id }) => held.has(id)),
    account.capabilities.concurrency,
  );
  await database.withStore(storeId, async (tx, now) => {
    await settleMails(tx, storeId, leaseToken, posted, account.capabilities, now);
    const fault = posted.find(({ result }) => isAccountFault(result));
    if (fault !== undefined && account.connectionId !== null)
      await setConnectionPause(tx, storeId, account.connectionId, `mail.${reasonOf(fault)}`);
    crashPoint('delivery.beforeSettleCommit');
  });
  crashPoint('delivery.afterSettleCommit');
  if (posted.some(({ result }) => isAccountFault(result))) directory.forget();
  return posted;
}

function reasonOf({ result }: PostedMail): string {
  return result.kind === 'failed' && result.error instanceof Error && 'kind' in result.error
    ? String(result.error.kind)
    : 'misconfigured';
}

/** How long the rest of the batch must wait after this group, in milliseconds; null when it need not. */
function findRequiredPause(posted: readonly PostedMail[]): number | null {
  if (posted.some(({ result }) => isAccountFault(result))) return minuteMs;
  const pauses = posted.flatMap(({ result }) => findRequestedPauseMs(result) ?? []);
  return pauses.length === 0 ? null : Math.max(...pauses);
}

async function giveBack(
  { database }: SendMailsDeps,
  storeId: StoreId,
  { leaseToken }: MailClaim,
  mails: readonly ClaimedMail[],
  delayMs: number,
): Promise<void> {
  if (mails.length === 0) return;
  await database.withStore(storeId, async (tx, now) => {
    const outcomes = mails.map(({ id }) => ({
      id,
      state: 'planned' as const,
      reason: 'given_back',
      dueAt: plus(now, delayMs),
    }));
    await uncountMessages(tx, storeId, [...(await settleEffects(tx, storeId, leaseToken, outcomes))]);
  });
}
