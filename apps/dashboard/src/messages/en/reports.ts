import { shortReasons } from './short-reasons.ts';

/** What needs somebody, wherever it is told. */
export const needs = {
  none: 'Nothing needs you.',
  title: 'What needs you',
  more: (count: string) => `and ${count} more`,
  urgency: { now: 'Now', today: 'Today', soon: 'Soon' },
  mailPaused: 'The mail account rests; what is to be sent waits.',
  shopPaused: 'The connection to the shop rests.',
  unreachable: (why: string) => `The shop’s orders could not be counted: ${why}.`,
  overdue: (count: string, isOne: boolean) =>
    isOne
      ? 'One mail was due over an hour ago and was not sent.'
      : `${count} mails were due over an hour ago and were not sent.`,
  poison: (count: string, isOne: boolean) =>
    isOne ? 'One delivery could not be used.' : `${count} deliveries could not be used.`,
  unknown: (count: string, isOne: boolean) =>
    isOne
      ? 'Of one mail or code nobody can say whether it went out.'
      : `Of ${count} mails or codes nobody can say whether they went out.`,
  cases: (count: string, isOne: boolean, since: string) =>
    isOne
      ? `One customer waits for an answer, since ${since}.`
      : `${count} customers wait for an answer, the first since ${since}.`,
  refused: (count: string, isOne: boolean) =>
    isOne ? 'One mail was refused in the last seven days.' : `${count} mails were refused in the last seven days.`,
  quiet: (pause: string, longest: string) => `No order for ${pause}; the longest pause of late was ${longest}.`,
  apart: (there: string, here: string) => `${there} orders in the shop, ${here} here.`,
  different: (count: string, isOne: boolean) =>
    isOne ? 'One order is not the same here as in the shop.' : `${count} orders are not the same here as in the shop.`,
  unread: 'The shop refuses to be read: why stands under Connections.',
  hooksUnasked: 'Whether the shop tells us of new orders at once could not be made sure.',
  hooksSilent: (count: string, isOne: boolean) =>
    isOne ? 'The shop leaves one kind of news untold.' : `The shop leaves ${count} kinds of news untold.`,
  bouncesUnread: (why: string) => `The mailbox of bounces cannot be read: ${why}.`,
  dataRequests: (count: string, isOne: boolean, dueOn: string) =>
    isOne
      ? `Somebody asked for a copy of their data: answer by ${dueOn}.`
      : `${count} people asked for a copy of their data: answer the first by ${dueOn}.`,
  erasure:
    'The platform demands that its customers be forgotten, but the connection is still here: remove it if the store has left.',
  rewards: (count: string, isOne: boolean) =>
    isOne ? 'One reward cannot be given yet.' : `${count} rewards cannot be given yet.`,
  review: (count: string, isOne: boolean) =>
    isOne ? 'One referral waits to be looked at.' : `${count} referrals wait to be looked at.`,
  refunds: (share: string, usual: string | null) =>
    usual === null
      ? `${share} of sales were given back in 30 days.`
      : `${share} of sales were given back in 30 days; ${usual} is usual here.`,
  waiting: (count: string, isOne: boolean) =>
    isOne ? 'One delivery waits for another.' : `${count} deliveries wait for others.`,
  off: 'Every sequence is off: nobody is written to.',
  failures: {
    unauthenticated: 'it does not accept the key',
    forbidden: 'it, or a firewall before it, forbids the call',
    notFound: 'it has no such list',
    invalid: 'it does not understand the question',
    rateLimited: 'it asks for fewer calls',
    unavailable: 'it cannot be reached',
    misconfigured: 'its address or its key is missing or wrong',
  },
};

/** The page of all stores. */
export const fleet = {
  title: 'All stores',
  leadCalm: (stores: string, isOne: boolean) =>
    isOne ? 'One store, and nothing needs you.' : `${stores} stores, and nothing needs you.`,
  lead: (needing: string, stores: string) => `${needing} of ${stores} stores need you. Those come first.`,
  leadOne: (stores: string, isOnly: boolean) =>
    isOnly ? 'One store, and it needs you.' : `One of ${stores} stores needs you. It comes first.`,
  search: 'Find a store',
  nothing: 'No store has this in its name.',
  store: 'Store',
  needs: 'What needs you',
  regulars: 'Regulars',
  reading: 'History is being read',
  readingShare: (share: string) => `History is being read: ${share}`,
  newRegulars: (count: string) => `+${count} this month`,
  repeat: 'Repeat rate',
  revenue: 'Revenue',
  lastMonth: 'last month',
  thisMonth: 'this month so far',
  revenueLabel: (store: string, from: string, to: string) =>
    `${store}: revenue from ${from} a month to ${to} last month`,
  mails: 'Mails today',
  mailsOf: (sent: string, planned: string) => `${sent} sent, ${planned} to go`,
  counting: 'Being added up',
};

/** A store's home. */
export const home = {
  lead: (regulars: string, buyers: string, isOne: boolean) =>
    `${regulars} of ${buyers} ${isOne ? 'buyer' : 'buyers'} came back.`,
  leadNew: (count: string) => `${count} of them this month.`,
  regulars: 'Regulars',
  newRegulars: (count: string) => `+${count} this month`,
  repeat: 'Repeat rate',
  average: 'Value of a buyer',
  averageNote: (median: string) => `median ${median}`,
  total: 'All they brought',
  totalNote: (count: number, customers: string) => `${customers} ${count === 1 ? 'customer' : 'customers'} known`,
  ofRenewals: (money: string, count: string, isOne: boolean) =>
    isOne ? `${money} of it by renewals of one subscriber` : `${money} of it by renewals of ${count} subscribers`,
  renewersOnly: (money: string, count: string, isOne: boolean) =>
    isOne
      ? `One subscriber paid renewals (${money}) but never placed an order: that is in “All they brought”, not in “Value of a buyer”.`
      : `${count} subscribers paid renewals (${money}) but never placed an order: that is in “All they brought”, not in “Value of a buyer”.`,
  orders30: 'Orders, 30 days',
  orders7: 'Orders, 7 days',
  before: (count: string, days: string) => `${count} in the ${days} days before`,
  ordersKept:
    '“Orders” are those of these days that were paid for and kept: cancelled ones, and those given back whole, are not in it.',
  ordersKeptRenewals:
    '“Orders” are those of these days that were paid for and kept, renewals included: cancelled ones, and those given back whole, are not in it.',
  revenue: 'Revenue by month',
  revenueNote: (count: number, orders: string) =>
    `${orders} ${count === 1 ? 'order' : 'orders'} in 24 months, refunds taken off; the last month is still running`,
  first: 'First orders',
  returning: 'Orders of those who came back',
  returningShare: (share: string) => `${share} of the last twelve months came from customers who had bought before.`,
  today: 'What is sent today',
  todayNote: (zone: string) => `By the store’s clock, ${zone}`,
  sent: 'sent',
  toGo: 'to go',
  noMails: 'No mail goes out today.',
  noSequence: 'Single mails',
  decidesLater: 'decided when its time comes',
  orNoMail: 'no mail',
  skippedTitle: 'Not sent today',
  refused: 'refused by the mail provider',
  unclear: 'nobody can say whether they went',
  reasons: shortReasons,
  counts: 'Orders here, orders there',
  countsNote:
    'Is an order missing? All are counted every day, here and in the shop, unpaid, cancelled and refunded ones too, and compared where they changed lately.',
  here: 'Here',
  there: (platform: string) => `In ${platform}`,
  equal: (since: string | null) => (since === null ? 'Every order is here.' : `Every order since ${since} is here.`),
  fewer: (count: string, isOne: boolean) =>
    isOne
      ? 'One order is not here. Read it again under Connections.'
      : `${count} orders are not here. Read them again under Connections.`,
  moreHere: (count: string, isOne: boolean) =>
    isOne ? 'One order here is gone there.' : `${count} orders here are gone there.`,
  countedAt: (ago: string) => `Counted ${ago}`,
  countAgain: 'Count again',
  countNow: 'Count',
  counting: 'Counting …',
  neverCounted: 'Not counted yet.',
  cannotCount: (platform: string) => `${platform} only tells what happens; it cannot say how many orders it has.`,
  noPlatform: 'No shop is connected yet.',
  couldNotCount: (why: string) => `The shop’s orders could not be counted: ${why}.`,
  orders: 'Latest orders',
  noOrders: 'No order yet.',
  nobody: 'Nobody named',
  friends: 'Friends and rewards',
  referralsOpen: 'Friends on their way',
  referralsQualified: 'Friends who bought',
  rewardsIssued: 'Rewards given',
  welcomeIssued: 'Welcomes for friends',
  rewardsRedeemed: (count: string) => `${count} used`,
  customers: 'Customers who wait',
  toStart: 'Watch an order go through',
  toCustomers: 'All customers',
  toMailbox: 'Open the mailbox',
};
