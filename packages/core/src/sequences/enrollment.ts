import type { CheckInAnswer } from '../messaging/check-in.ts';
import type { MailRequest } from '../messaging/mail-request.ts';
import type { RewardTerms } from '../referrals/reward-terms.ts';
import type { CartId, CustomerId, EnrollmentId, OrderId, SequenceId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';

/** Who runs through which version of which sequence, and what for. Never changes. */
export interface EnrollmentIdentity {
  readonly enrollmentId: EnrollmentId;
  readonly sequenceId: SequenceId;
  readonly version: number;
  readonly customerId: CustomerId;
  /** `customer`, or `order:` or `cart:` and its id: one enrollment each, for ever. */
  readonly entryKey: string;
  /** The order it began with; null when something else began it. */
  readonly orderId: OrderId | null;
  /** The cart it is about; left out where it is about none. */
  readonly cartId?: CartId;
  /** When what began it happened at the store. */
  readonly triggeredAt: Instant;
}

/** Where one customer's run stands. Plain JSON. */
export interface EnrollmentState extends EnrollmentIdentity {
  readonly status: 'active' | 'completed' | 'exited';
  /** Why it exited; null otherwise. */
  readonly reason: string | null;
  /** The wait it rests on while active. */
  readonly stepId: string | null;
  readonly dueAt: Instant | null;
  /** How often it came by each step. */
  readonly visits: Readonly<Record<string, number>>;
  readonly enrolledAt: Instant;
  readonly endedAt: Instant | null;
}

export type StepOutcome =
  | { readonly kind: 'wait'; readonly dueAt: Instant }
  | { readonly kind: 'send'; readonly templateKey: string; readonly mailKey: string }
  | { readonly kind: 'branch'; readonly segmentKey: string; readonly isMember: boolean; readonly next: string }
  | { readonly kind: 'reward'; readonly source: string };

interface About {
  readonly enrollmentId: EnrollmentId;
  readonly sequenceId: SequenceId;
  readonly sequenceKey: string;
}

/** What a decision tells the customer's timeline. */
export type EnrollmentEvent =
  | {
      readonly kind: 'enrolled';
      readonly data: About & {
        readonly version: number;
        readonly orderId: OrderId | null;
        readonly cartId?: CartId;
      };
    }
  | {
      readonly kind: 'stepTaken';
      readonly data: About & { readonly stepId: string; readonly visit: number; readonly outcome: StepOutcome };
    }
  | {
      readonly kind: 'waitShortened';
      readonly data: About & { readonly stepId: string; readonly dueAt: Instant; readonly answer: CheckInAnswer };
    }
  | {
      readonly kind: 'enrollmentEnded';
      readonly data: About & { readonly status: 'completed' | 'exited'; readonly reason: string | null };
    }
  | {
      readonly kind: 'rewardGranted';
      readonly data: About & {
        readonly stepId: string;
        readonly visit: number;
        /** Names the grant once and for all: the reward's id is derived from it. */
        readonly source: string;
        readonly reward: RewardTerms;
      };
    };

/** A mail to be planned. `key` is the same whenever the same decision is made again. */
export interface MailEffect {
  readonly kind: 'mail';
  readonly key: string;
  readonly dueAt: Instant;
  readonly payload: MailRequest;
}

/** The key of the mail a step plans at its nth visit. */
export function toMailKey(enrollmentId: EnrollmentId, stepId: string, visit: number): string {
  return `mail|${enrollmentId}|${stepId}|${visit}`;
}
