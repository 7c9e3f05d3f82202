import type { MailReports, Receipt, ReportPage } from '@regulars/adapter-contracts';
import { dayMs, toInstant, type Instant } from '@regulars/core/shared';
import { parseDeliveryReport } from '../reports/parse-delivery-report.ts';
import { toReceipts } from '../reports/to-receipts.ts';
import { withMailbox, type MailboxAccess, type OpenMailbox } from './with-mailbox.ts';

/** Mails read at once. */
const pageSize = 50;
/** Reports stand at the beginning of a mail; what follows is the message they are about. */
const maxBytes = 200_000;
/** How far back a mailbox is read that is new to us, or whose numbers are no longer those we know. */
const lookBackMs = 7 * dayMs;

/** Where reading goes on: UIDs grow, and mean nothing under another validity (RFC 3501 §2.3.1.1). */
interface Place {
  readonly validity: string;
  readonly uid: number;
}

/** Reads the reports in a mailbox by IMAP. Nothing in it is changed: not even that a mail has been seen. */
export function createReports(access: MailboxAccess): MailReports {
  return { read: (cursor, now) => withMailbox(access, (mailbox) => readPage(mailbox, parseCursor(cursor), now)) };
}

async function readPage({ client, folder }: OpenMailbox, known: Place | null, now: Instant): Promise<ReportPage> {
  const validity = String(folder.uidValidity);
  const after = known !== null && known.validity === validity ? known.uid : 0;
  const wanted = after > 0 ? { uid: `${after + 1}:*` } : { since: new Date(now - lookBackMs) };
  const found = (await client.search(wanted, { uid: true })) || [];
  // `n:*` means the last mail at least, even where that is older than n.
  const uids = found.filter((uid) => uid > after).toSorted((one, other) => one - other);
  const page = uids.slice(0, pageSize);
  const receipts: Receipt[] = [];
  if (page.length > 0) {
    const query = { source: { maxLength: maxBytes }, internalDate: true } as const;
    for await (const { source, internalDate } of client.fetch(page, query, { uid: true })) {
      const report = source === undefined ? null : await parseDeliveryReport(source);
      const arrivedAt = internalDate === undefined ? NaN : new Date(internalDate).getTime();
      if (report !== null) receipts.push(...toReceipts(report, Number.isNaN(arrivedAt) ? now : toInstant(arrivedAt)));
    }
  }
  const last = page.at(-1) ?? Math.max(after, folder.uidNext - 1);
  return { receipts, cursor: `${validity}:${last}`, hasMore: uids.length > page.length };
}

function parseCursor(cursor: string | null): Place | null {
  const [, validity, uid] = /^(\d+):(\d+)$/.exec(cursor ?? '') ?? [];
  return validity === undefined || uid === undefined ? null : { validity, uid: Number(uid) };
}
