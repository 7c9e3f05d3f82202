import type { CheckInAnswer } from '@regulars/core/messaging';
import type { CustomerId, EffectId, Id, Instant } from '@regulars/core/shared';

export type CaseId = Id<'Case'>;
export type RemarkId = Id<'Remark'>;

/** What a customer can say about a mail: an answer to a check-in, or a reply. */
export type RemarkKind = CheckInAnswer | 'reply';

export interface Remark {
  readonly id: RemarkId;
  readonly kind: RemarkKind;
  /** The customer's own words; null for a click that said no more, and after an erasure. */
  readonly words: string | null;
  readonly at: Instant;
  readonly messageId: EffectId;
  /** The subject of that mail. */
  readonly subject: string;
}

/** Its id is the caller's to give, so that the event it comes from can name it. */
export interface NewRemark extends Remark {
  readonly customerId: CustomerId;
}
