import { minuteMs, type StoreId } from '@regulars/core/shared';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database } from '../foundation/database/database.ts';
import { setConnectionPause, type Directory } from '../stores/door.ts';
import type { ClaimedMail, MailClaim } from './claim-mails.ts';
import { giveBack } from './give-back.ts';
import type { OpenMailAccount } from './mail-accounts.ts';
import { markMails } from './mark-mails.ts';
import { postMails, type PostedMail } from './post-mails.ts';
import { settleMails } from './settle-mails.ts';
import { findAccountFault, findRequestedPauseMs } from './to-outcome.ts';

export interface SendClaimDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly leaseMs: number;
  /** How long one call to the provider may take. */
  readonly providerTimeoutMs: number;
}

/** A claim and when it was made, by the process's monotonic clock: groups begin only well within the lease. */
export interface TimedClaim extends MailClaim {
  readonly startedAtMs: number;
}

/** Mails marked as being sent at once, per message in flight: two such groups are what a crash leaves unknown. */
const groupPerConcurrency = 8;

/**
 * Sends the mails of a claim, group by group. While one group is with the provider, the next is marked and the last one
 * settled, so that the provider is never waited for in vain.
 *
 * @returns how long the account must be left alone afterwards, in milliseconds; null when it need not.
 */
export async function sendClaim(
  deps: SendClaimDeps,
  storeId: StoreId,
  account: OpenMailAccount,
  { leaseToken, mails, startedAtMs }: TimedClaim,
): Promise<number | null> {
  const { database } = deps;
  // A group begun too late would outlive the lease; it is given back instead.
  const lastStartMs = startedAtMs + Math.max(deps.leaseMs / 2, deps.leaseMs - 2 * deps.providerTimeoutMs);
  const groupSize = account.capabilities.concurrency * groupPerConcurrency;
  const mark = (from: number): Promise<readonly ClaimedMail[]> =>
    markMails(database, storeId, leaseToken, mails.slice(from, from + groupSize));

  if (mails.length === 0) return null;
  let settling: Promise<void> = Promise.resolve();
  let marked = await mark(0);
  for (let next = groupSize; ; next += groupSize) {
    const goesOn = next < mails.length && performance.now() < lastStartMs;
    const [posted, following] = await Promise.all([
      postMails(account.link, marked, account.capabilities.concurrency),
      goesOn ? mark(next) : [],
      settling,
    ]);
    settling = settle(deps, storeId, account, leaseToken, posted);
    marked = following;
    const pauseMs = findRequiredPause(posted);
    if (!goesOn || pauseMs !== null) {
      await settling;
      const rest = mails.slice(goesOn ? next + groupSize : next);
      await giveBack(database, storeId, leaseToken, [...following, ...rest], pauseMs ?? 0);
      return pauseMs;
    }
  }
}

async function settle(
  { database, directory }: SendClaimDeps,
  storeId: StoreId,
  account: OpenMailAccount,
  leaseToken: string,
  posted: readonly PostedMail[],
): Promise<void> {
  if (posted.length === 0) return;
  const fault = posted.map(({ result }) => findAccountFault(result)).find((kind) => kind !== null) ?? null;
  await database.withStore(storeId, async (tx, now) => {
    await settleMails(tx, storeId, leaseToken, posted, account.capabilities, now);
    if (fault !== null && account.connectionId !== null) {
      await setConnectionPause(tx, storeId, account.connectionId, `mail.${fault}`);
    }
    crashPoint('delivery.beforeSettleCommit');
  });
  crashPoint('delivery.afterSettleCommit');
  if (fault !== null) directory.forget();
}

function findRequiredPause(posted: readonly PostedMail[]): number | null {
  if (posted.some(({ result }) => findAccountFault(result) !== null)) return minuteMs;
  const pauses = posted.flatMap(({ result }) => findRequestedPauseMs(result) ?? []);
  return pauses.length === 0 ? null : Math.max(...pauses);
}
