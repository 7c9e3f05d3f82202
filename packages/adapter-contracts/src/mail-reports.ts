import type { Instant } from '@regulars/core/shared';
import type { Receipt } from './mail-adapter.ts';

/** Some of the mail that came back. */
export interface ReportPage {
  readonly receipts: readonly Receipt[];
  /** Where the next reading begins. */
  readonly cursor: string;
  /** There is more to be read now. */
  readonly hasMore: boolean;
}

/** A mailbox to which servers report what became of messages. It is only read: nothing in it is changed or deleted. */
export interface MailReports {
  /**
   * The reports that came after the cursor; with none, those since `now` less a few days. A person's mail is passed over.
   *
   * @param cursor of the last page, kept by the host; null at first.
   */
  read(cursor: string | null, now: Instant): Promise<ReportPage>;
}
