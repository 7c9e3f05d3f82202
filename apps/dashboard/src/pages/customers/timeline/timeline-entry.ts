import type { TimelineRow } from '../../../api/customers.ts';
import type { Tone } from '../../../components/badge.tsx';

export type { TimelineRow };

/** What a timeline can be narrowed to, and the events and plans that belong to each. */
export const timelineTopics = {
  orders: [
    'orderPlaced',
    'orderPaid',
    'orderFulfilled',
    'orderRefunded',
    'orderCancelled',
    'orderChanged',
    'cartAbandoned',
    'cartRecovered',
    'cartDiscarded',
  ],
  mails: [
    'mail',
    'messageAccepted',
    'messageSkipped',
    'messageRejected',
    'messageUnknown',
    'messageDelivered',
    'messageDeferred',
    'messageExpired',
    'messageBounced',
    'messageComplained',
    'messageUnsubscribed',
    'messageOpened',
    'messageClicked',
    'messageReplied',
    'checkInAnswered',
    'unsubscribed',
    'resubscribed',
    'suppressed',
    'unsuppressed',
  ],
  notSent: ['messageSkipped', 'messageRejected', 'messageUnknown', 'messageExpired', 'messageBounced'],
  sequences: ['enrolled', 'stepTaken', 'waitShortened', 'enrollmentEnded', 'enrollmentFailed', 'rewardGranted'],
  segments: ['segmentEntered', 'segmentLeft'],
  friends: [
    'referralClaimed',
    'referralHeld',
    'referralQualified',
    'referralRejected',
    'referralExpired',
    'referralReversed',
    'coupon',
    'rewardIssued',
    'rewardRedeemed',
    'rewardExpired',
    'rewardRevoked',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TimelineTopic = keyof typeof timelineTopics;

/** What happened with a customer, or is to happen, in words. */
export interface TimelineEntry {
  readonly title: string;
  readonly why: string | null;
  /** Which gate or rule decided, with its limit and until when; left out where nothing was decided. */
  readonly rule?: string | null;
  readonly tone: Tone;
  readonly topic: 'order' | 'person' | 'segment' | 'sequence' | 'mail' | 'friend' | 'reward' | 'remark';
  /** The mail it speaks of, by its id in the mailbox. */
  readonly mailId: string | null;
}
