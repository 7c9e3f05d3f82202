import { hourMs, plus, type Instant, type StoreId } from '@regulars/core/shared';
import type { ProviderSuppression } from '@regulars/adapter-contracts';
import { toEmailKey } from '@regulars/core/commerce';
import { findBuyerByEmail } from '../../customers/door.ts';
import type { Database, Tx } from '../../foundation/database/database.ts';
import { appendEvents } from '../../foundation/events/event-log.ts';
import type { MailAccounts } from '../mail-accounts.ts';
import { isKnownAccount, readPullCursor, savePull, toFailedPull, toIdlePull } from '../mail-pulls.ts';
import { suppress, type SuppressionDraft } from '../suppress.ts';
import { readSuppressions } from '../suppression-repository.ts';
import { forgetToldPushes, planAllPushes, readRecentPushes } from './suppression-pushes.ts';

export interface PullSuppressionsDeps {
  readonly database: Database;
  readonly accounts: MailAccounts;
}

const kind = 'suppressions';
const everyMs = 24 * hourMs;

/**
 * Reads one page of the provider's lists and forbids here whom it does not write to: once when an account is connected,
 * and daily. An account met for the first time is to be told, too, of all whom nobody writes to here. What somebody here has just changed and the provider may not know yet is left as it is here.
 */
export async function pullSuppressions(
  { database, accounts }: PullSuppressionsDeps,
  storeId: StoreId,
): Promise<number> {
  const { connectionId, link } = await accounts.find(storeId);
  const lists = link?.suppressions;
  const [cursor, askedAt] = await database.withStore(storeId, async (tx, now) => {
    if (lists === undefined) await savePull(tx, storeId, toIdlePull(kind, now));
    else if (!(await isKnownAccount(tx, storeId, kind, connectionId))) {
      await planAllPushes(tx, storeId);
      await savePull(tx, storeId, { kind, connectionId, cursor: null, nextAt: now, failure: null });
    }
    return [await readPullCursor(tx, storeId, kind, connectionId), now] as const;
  });
  if (lists === undefined) return 0;
  try {
    const { suppressions, nextCursor } = await lists.list(cursor);
    await database.withStore(storeId, async (tx, now) => {
      await takeOver(tx, storeId, suppressions, askedAt);
      if (nextCursor === null) await forgetToldPushes(tx, storeId, plus(now, -everyMs));
      const nextAt = nextCursor === null ? plus(now, everyMs) : now;
      await savePull(tx, storeId, { kind, connectionId, cursor: nextCursor, nextAt, failure: null });
    });
    return 1;
  } catch (error) {
    await database.withStore(storeId, (tx, now) =>
      savePull(tx, storeId, toFailedPull({ kind, connectionId, cursor }, error, now)),
    );
    return 0;
  }
}

async function takeOver(
  tx: Tx,
  storeId: StoreId,
  listed: readonly ProviderSuppression[],
  askedAt: Instant,
): Promise<void> {
  const named = listed.flatMap(({ address, ...rest }) => {
    const recipientKey = toEmailKey(address);
    return recipientKey === null ? [] : [{ ...rest, recipientKey }];
  });
  const keys = named.map(({ recipientKey }) => recipientKey);
  const known = await readSuppressions(tx, storeId, keys);
  const isOurs = await readRecentPushes(tx, storeId, keys, askedAt);
  const drafts: SuppressionDraft[] = [];
  for (const { recipientKey, reason, at } of named) {
    const isKnown = known.get(recipientKey)?.some((each) => each.reason === reason) === true;
    if (isKnown || isOurs({ recipientKey, reason })) continue;
    const buyer = await findBuyerByEmail(tx, storeId, [recipientKey]);
    // Stores may share a provider's list: of whom this one has never heard, it need not know. Who buys later is met again tomorrow.
    if (buyer === null) continue;
    const { customerId } = buyer;
    drafts.push({ recipientKey, customerId, reason, at, note: 'from the mail provider’s list' });
  }
  await appendEvents(tx, storeId, await suppress(tx, storeId, drafts));
}
