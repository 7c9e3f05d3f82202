import { formatMoney, parseCurrency, toInstant } from '@regulars/core/shared';
import { bounceReasons } from './bounce-reasons.ts';
import type { TimelineRow } from './read-timeline.ts';

type Data = TimelineRow['data'];
type Explain = (data: Data, locale: Locale) => string;

/** How times are written. */
export interface Locale {
  readonly timeZone: string;
}

const word = (data: Data, key: string): string => {
  const value = data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const quoted = (data: Data, key: string): string => `“${word(data, key)}”`;

function money(data: Data, key: string): string {
  const currency = parseCurrency(word(data, 'currency'));
  const amountMinor = data[key];
  return currency === null || typeof amountMinor !== 'number' ? '' : formatMoney({ amountMinor, currency }, 'en');
}

function time(value: unknown, { timeZone }: Locale): string {
  if (typeof value !== 'number') return 'a later time';
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return format.format(toInstant(value));
}

const ordinal = (data: Data): string => {
  const number = Number(data['purchaseNumber']);
  if (data['isRenewal'] === true) return ', a renewal';
  return number === 1 ? ', their first purchase' : number > 1 ? `, their purchase number ${number}` : '';
};
const from = (data: Data): string => (word(data, 'source') === '' ? '' : ` (${word(data, 'source')})`);
const answer = (data: Data): string => {
  const words = { great: 'it is great', question: 'they have a question', problem: 'something is wrong' };
  return words[word(data, 'answer') as keyof typeof words] ?? word(data, 'answer');
};
/** Mail providers' scanners open and click, too. */
const doer = (data: Data): string => (data['isMachine'] === true ? 'A machine' : 'They');
const bounceReason = (data: Data): string => {
  const reason = bounceReasons[word(data, 'bounceKind') as keyof typeof bounceReasons];
  return reason === undefined ? '' : `: ${reason}`;
};
const whose = (data: Data): string => (data['role'] === 'friend' ? 'As the friend' : 'As the advocate');

function stepTaken(data: Data, locale: Locale): string {
  const outcome = (data['outcome'] ?? {}) as Data;
  const where = `In ${quoted(data, 'sequenceKey')}`;
  switch (outcome['kind']) {
    case 'wait':
      return `${where}, waits until ${time(outcome['dueAt'], locale)}.`;
    case 'send':
      return `${where}, planned the mail ${quoted(outcome, 'templateKey')}.`;
    case 'branch':
      return `${where}, ${outcome['isMember'] === true ? 'is' : 'is not'} in the segment ${quoted(outcome, 'segmentKey')}, and went on accordingly.`;
    case 'reward':
      return `${where}, earned a reward.`;
    default:
      return `${where}, took the step ${quoted(data, 'stepId')}.`;
  }
}

const explanations: Readonly<Record<string, Explain>> = {
  customerCreated: (data) =>
    data['source'] === 'referral' ? 'Became known through a referral.' : 'Became known to the store.',
  customerChanged: () => 'Their details changed.',
  consentChanged: (data) =>
    `Their consent to marketing is now: ${word(data, 'state').replaceAll('_', ' ')}${from(data)}.`,
  customerErased: () => 'Their personal data were erased.',
  orderPlaced: (data) => `Placed order ${word(data, 'number')} for ${money(data, 'grandMinor')}.`,
  orderPaid: (data) => `Paid order ${word(data, 'number')}, ${money(data, 'grandMinor')}${ordinal(data)}.`,
  orderFulfilled: (data) => `Order ${word(data, 'number')} was sent.`,
  orderRefunded: (data) =>
    `Order ${word(data, 'number')} was refunded; ${money(data, 'refundedMinor')} given back so far.`,
  orderCancelled: (data) => `Order ${word(data, 'number')} was cancelled.`,
  orderChanged: (data) => `Order ${word(data, 'number')} was changed.`,
  cartAbandoned: (data) =>
    `Left ${Number(data['itemCount']) === 1 ? 'a cart with one thing' : `a cart with ${word(data, 'itemCount')} things`} in it.`,
  cartRecovered: () => 'Bought what they had left in a cart.',
  cartDiscarded: () => 'The cart they had left is gone.',
  segmentEntered: (data) => `Entered the segment ${quoted(data, 'name')}.`,
  segmentLeft: (data) => `Left the segment ${quoted(data, 'name')}.`,
  enrolled: (data) => `Began the sequence ${quoted(data, 'sequenceKey')}.`,
  stepTaken,
  enrollmentEnded: (data) =>
    `${data['status'] === 'completed' ? 'Completed' : 'Left'} the sequence ${quoted(data, 'sequenceKey')}.`,
  waitShortened: (data, locale) =>
    `In ${quoted(data, 'sequenceKey')}, goes on sooner because of the answer: ${time(data['dueAt'], locale)}.`,
  rewardGranted: (data) => `Earned a reward in ${quoted(data, 'sequenceKey')}.`,
  messageAccepted: (data) => `Was sent the mail ${quoted(data, 'templateKey')}.`,
  messageSkipped: (data) => `Was not sent the mail ${quoted(data, 'templateKey')}.`,
  messageRejected: (data) => `The mail ${quoted(data, 'templateKey')} was refused.`,
  messageUnknown: (data) => `It is not known whether the mail ${quoted(data, 'templateKey')} arrived.`,
  messageDelivered: (data) => `The mail ${quoted(data, 'templateKey')} was delivered.`,
  messageBounced: (data) =>
    `The mail ${quoted(data, 'templateKey')} bounced${bounceReason(data)}${data['isPermanent'] === true ? '; nothing is sent there any more' : ''}.`,
  messageExpired: (data) =>
    `The mail ${quoted(data, 'templateKey')} could not be delivered in time and was given up${bounceReason(data)}.`,
  messageDeferred: (data) =>
    `The mail ${quoted(data, 'templateKey')} is held up${bounceReason(data)}; the provider keeps trying.`,
  messageUnsubscribed: (data) => `Unsubscribed from the mail ${quoted(data, 'templateKey')}.`,
  messageComplained: (data) => `Marked the mail ${quoted(data, 'templateKey')} as spam.`,
  messageOpened: (data) => `${doer(data)} opened the mail ${quoted(data, 'templateKey')}.`,
  messageClicked: (data) => `${doer(data)} followed a link in the mail ${quoted(data, 'templateKey')}.`,
  checkInAnswered: (data) => `Answered ${quoted(data, 'templateKey')}: ${answer(data)}.`,
  messageReplied: (data) => `Replied to the mail ${quoted(data, 'templateKey')}.`,
  caseOpened: () => 'Somebody owes them an answer: a case was opened.',
  caseClosed: () => 'They were answered: the case was closed.',
  unsubscribed: (data) => `Unsubscribed${from(data)}.`,
  resubscribed: (data) => `Subscribed again${from(data)}.`,
  unsuppressed: (data) => `May be written to again${from(data)}.`,
  suppressed: (data) => `Is not written to any more${from(data)}.`,
  referralClaimed: (data) =>
    data['role'] === 'friend' ? 'Took up the invitation of an advocate.' : 'A friend took up their invitation.',
  referralHeld: (data, locale) =>
    `${whose(data)}: the friend's order is paid; the rewards are held until ${time(data['holdUntil'], locale)}.`,
  referralQualified: (data) => `${whose(data)}: the referral counts.`,
  referralRejected: (data) => `${whose(data)}: the referral does not count.`,
  referralExpired: (data) => `${whose(data)}: the invitation ran out unused.`,
  referralReversed: (data) => `${whose(data)}: the referral was taken back after a refund.`,
  rewardIssued: () => 'Got a reward as a coupon code.',
  rewardRedeemed: () => 'Used their coupon code.',
  rewardExpired: () => 'Their coupon code ran out.',
  rewardRevoked: () => 'Their coupon code was withdrawn.',
};

/** What an event says, in one plain sentence. Kinds we have no words for yet are named. */
export function explainEvent({ kind, data }: Pick<TimelineRow, 'kind' | 'data'>, locale: Locale): string {
  return (
    explanations[kind]?.(data, locale) ??
    `${kind.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}.`.replace(/^./, (first) => first.toUpperCase())
  );
}

/** What an open effect says: what is to be done, and how it stands. */
export function explainEffect(
  { kind, state, at, data }: Pick<TimelineRow, 'kind' | 'state' | 'at' | 'data'>,
  locale: Locale,
): string {
  const what = kind === 'mail' ? `The mail ${quoted(data, 'templateKey')}` : 'A coupon code';
  switch (state) {
    case 'planned':
      return `${what} is due ${time(at, locale)}.`;
    case 'claimed':
    case 'sending':
      return `${what} is being ${kind === 'mail' ? 'sent' : 'made'} now.`;
    case 'cancelled':
      return `${what} was called off.`;
    case 'rejected':
      return `${what} was refused.`;
    case 'skipped':
      return `${what} was not needed.`;
    default:
      return `${what}: the outcome is not known.`;
  }
}
