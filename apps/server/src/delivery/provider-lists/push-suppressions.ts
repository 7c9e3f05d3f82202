import { AdapterError, type MailSuppressions } from '@regulars/adapter-contracts';
import { dayMs, hourMs, minuteMs, plus, type StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import type { MailAccounts } from '../mail-accounts.ts';
import { claimPushes, delayPush, putOffDuePushes, settlePush, type SuppressionPush } from './suppression-pushes.ts';

export interface PushSuppressionsDeps {
  readonly database: Database;
  readonly accounts: MailAccounts;
  readonly leaseMs: number;
}

const batchSize = 20;
/** Waits between attempts; the last one again and again. */
const retryDelaysMs = [minuteMs, 5 * minuteMs, hourMs, dayMs];

/**
 * Tells the provider whom not to write to any more, and whom to write to again, as it stands at that moment. Telling it
 * twice does no harm, so an answer that was lost is simply told again.
 */
export async function pushSuppressions(
  { database, accounts, leaseMs }: PushSuppressionsDeps,
  storeId: StoreId,
): Promise<number> {
  const { link } = await accounts.find(storeId);
  const lists = link?.suppressions;
  if (lists === undefined) {
    await database.withStore(storeId, (tx, now) => putOffDuePushes(tx, storeId, plus(now, dayMs)));
    return 0;
  }
  const pushes = await database.withStore(storeId, (tx) => claimPushes(tx, storeId, { limit: batchSize, leaseMs }));
  let refusal: AdapterError | null = null;
  for (const push of pushes) {
    // What one may not change, one may not change for anybody; an address that is refused says nothing of the others.
    const failure: AdapterError | null = refusal ?? (await tell(lists, push));
    if (failure !== null && isOfAccount(failure)) refusal = failure;
    await database.withStore(storeId, async (tx, now) => {
      if (failure === null) await settlePush(tx, storeId, push);
      else await delayPush(tx, storeId, push, plus(now, toDelayMs(failure, push.attempt)));
    });
  }
  return pushes.length;
}

async function tell(
  lists: MailSuppressions,
  { recipientKey: address, reason, suppressedAt }: SuppressionPush,
): Promise<AdapterError | null> {
  try {
    if (suppressedAt === null) await lists.remove({ address, reason });
    else await lists.add({ address, reason, at: suppressedAt });
    return null;
  } catch (error) {
    if (error instanceof AdapterError) return error;
    throw error;
  }
}

/** A key that may not change the lists is tried daily: nothing depends on it, since nobody is written to from here either. */
function toDelayMs(failure: AdapterError, attempt: number): number {
  const again = retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] ?? dayMs;
  return Math.max(isPassing(failure) ? again : dayMs, failure.retryAfterMs ?? 0);
}

function isOfAccount({ kind }: AdapterError): boolean {
  return kind === 'unauthenticated' || kind === 'forbidden' || kind === 'misconfigured';
}

function isPassing({ kind }: AdapterError): boolean {
  return kind === 'unavailable' || kind === 'rateLimited';
}
