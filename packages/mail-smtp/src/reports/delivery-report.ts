import type { Bounce } from '@regulars/adapter-contracts';

/** What a mail server reports to have become of a message (RFC 3464), or says in words where it keeps to no standard. */
export interface DeliveryReport {
  /** Of the message reported on, without angle brackets; null where the report does not carry it. */
  readonly messageId: string | null;
  readonly recipients: readonly ReportedRecipient[];
}

export interface ReportedRecipient {
  /** As the message was sent to, where that is told; else where it ended up after forwarding. */
  readonly address: string;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Why, for `failed` and `delayed`; null for the others. */
  readonly bounce: Bounce | null;
}
