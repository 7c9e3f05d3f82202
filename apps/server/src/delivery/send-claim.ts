import type { StoreId } from '@regulars/core/shared';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database } from '../foundation/database/database.ts';
import { setConnectionPause, type Directory } from '../stores/door.ts';
import type { ClaimedMail, MailClaim } from './claim-mails.ts';
import { giveBack } from './give-back.ts';
import type { OpenMailAccount } from './mail-accounts.ts';
import { markMails } from './mark-mails.ts';
import { openPostLine, type PostedGroup, type PostedMail } from './post-mails.ts';
import { settleMails } from './settle-mails.ts';
import { findAccountFault, findRequiredPauseMs } from './to-outcome.ts';

export interface SendClaimDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly leaseMs: number;
  /** How long one call to the provider may take. */
  readonly providerTimeoutMs: number;
}

/** A claim and when it was made, by the process's monotonic clock: mails are posted only well within the lease. */
export interface TimedClaim extends MailClaim {
  readonly startedAtMs: number;
}

/**
 * Mails marked as being sent at once, per message in flight, or as many as one call takes: two such groups are what a
 * crash leaves unknown.
 */
const groupPerConcurrency = 4;

/**
 * Sends the mails of a claim, group by group. While one group is with the provider, the next is marked and stands in
 * line behind it, and the last one is settled, so that the provider is never waited for in vain.
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
  // A mail posted later could outlive the lease, and another worker would call it unknown; it is given back instead.
  const lastStartMs = startedAtMs + Math.max(deps.leaseMs / 2, deps.leaseMs - 2 * deps.providerTimeoutMs);
  const { concurrency, batch } = account.capabilities;
  const groupSize = Math.max(concurrency * groupPerConcurrency, batch?.most ?? 0);
  const isTooLate = () => performance.now() >= lastStartMs;
  const postMails = openPostLine(account.link, concurrency, isTooLate);

  if (mails.length === 0) return null;
  const pausesMs: number[] = [];
  const unposted: ClaimedMail[] = [];
  let settling: Promise<void> = Promise.resolve();
  const finish = async (group: Promise<PostedGroup>): Promise<void> => {
    const [result] = await Promise.all([group, settling]);
    settling = settle(deps, storeId, account, leaseToken, result.posted);
    unposted.push(...result.unposted);
    pausesMs.push(...result.posted.flatMap((posted) => findRequiredPauseMs(posted.result) ?? []));
  };

  let begun = 0;
  let current: Promise<PostedGroup> | null = null;
  while (begun < mails.length && pausesMs.length === 0 && !isTooLate()) {
    const marked = await markMails(database, storeId, leaseToken, mails.slice(begun, begun + groupSize));
    begun += groupSize;
    const following = postMails(marked);
    if (current !== null) await finish(current);
    current = following;
  }
  if (current !== null) await finish(current);
  await settling;
  const pauseMs = pausesMs.length === 0 ? null : Math.max(...pausesMs);
  await giveBack(database, storeId, leaseToken, [...unposted, ...mails.slice(begun)], pauseMs ?? 0);
  return pauseMs;
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
