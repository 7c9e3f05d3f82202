import type { EnrollmentId, OrderId, SequenceId } from '../shared/ids.ts';

/** `transactional` answers something the customer did and needs no marketing consent; `marketing` does. */
export type MailPurpose = 'transactional' | 'marketing';

/** What a planned mail is to be: the payload of an effect of kind `mail`. Rendered when it is claimed, not before. */
export interface MailRequest {
  readonly templateKey: string;
  readonly purpose: MailPurpose;
  /** The order the mail speaks of. */
  readonly orderId: OrderId | null;
  /** The run of a sequence that asked for it; null for mails of other rooms. Asked about again at the claim. */
  readonly enrollment: {
    readonly enrollmentId: EnrollmentId;
    readonly sequenceId: SequenceId;
    readonly sequenceKey: string;
    readonly stepId: string;
    /** 1 for the first time the enrollment comes by this step. */
    readonly visit: number;
  } | null;
}
