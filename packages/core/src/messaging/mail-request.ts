import type { CartId, EnrollmentId, OrderId, SequenceId } from '../shared/ids.ts';
import type { MessagePurpose } from './purpose.ts';

/** What a planned mail is to be: the payload of an effect of kind `mail`. Rendered when it is claimed, not before. */
export interface MailRequest {
  readonly templateKey: string;
  readonly purpose: MessagePurpose;
  /** The order the mail speaks of. */
  readonly orderId: OrderId | null;
  /** The cart the mail leads back to; left out where it is about none. Without that cart it does not go. */
  readonly cartId?: CartId;
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
