import { minuteMs, plus, type StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { applyReceipts } from '../apply-receipts.ts';
import type { MailAccounts } from '../mail-accounts.ts';
import { readPullCursor, savePull, toFailedPull, toIdlePull } from '../mail-pulls.ts';
import { nameMessages } from './name-messages.ts';

export interface ReadReportsDeps {
  readonly database: Database;
  readonly accounts: MailAccounts;
}

const kind = 'reports';
const everyMs = 5 * minuteMs;

/**
 * Reads what servers reported to the mailbox of a store's mail account: what became of its messages, and whom not to
 * write to any more. The place in the mailbox is kept with what was read, so that nothing is missed or told twice.
 */
export async function readReports({ database, accounts }: ReadReportsDeps, storeId: StoreId): Promise<number> {
  const { connectionId, link } = await accounts.find(storeId);
  const mailbox = link?.reports ?? null;
  const [cursor, askedAt] = await database.withStore(storeId, async (tx, now) => {
    if (mailbox === null) await savePull(tx, storeId, toIdlePull(kind, now));
    return [await readPullCursor(tx, storeId, kind, connectionId), now] as const;
  });
  if (mailbox === null || connectionId === null) return 0;
  try {
    const page = await mailbox.read(cursor, askedAt);
    await database.withStore(storeId, async (tx, now) => {
      const receipts = await nameMessages(tx, storeId, page.receipts);
      await applyReceipts(
        tx,
        storeId,
        receipts.map((receipt) => ({ connectionId, receipt })),
      );
      const nextAt = page.hasMore ? now : plus(now, everyMs);
      await savePull(tx, storeId, { kind, connectionId, cursor: page.cursor, nextAt, failure: null });
    });
    return 1;
  } catch (error) {
    await database.withStore(storeId, (tx, now) =>
      savePull(tx, storeId, toFailedPull({ kind, connectionId, cursor }, error, now)),
    );
    return 0;
  }
}
