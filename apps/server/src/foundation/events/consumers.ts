/** Which room listens to which kinds of events; the order of rooms is the house's, left to right. */
export const consumers = [
  {
    // What is foreseen of a customer follows from their orders. An order that becomes somebody else's is told as a change of both.
    name: 'customers',
    kinds: ['customerChanged', 'customerErased', 'orderPaid', 'orderRefunded', 'orderCancelled', 'orderChanged'],
  },
  {
    name: 'segments',
    kinds: [
      'customerCreated',
      'customerChanged',
      'customerErased',
      'orderPaid',
      'orderFulfilled',
      'orderRefunded',
      'orderCancelled',
      'orderChanged',
      'forecastChanged',
    ],
  },
  { name: 'cases', kinds: ['customerErased'] },
  {
    name: 'sequences',
    kinds: [
      'orderPlaced',
      'orderPaid',
      'orderFulfilled',
      'orderRefunded',
      'orderCancelled',
      'cartAbandoned',
      'cartRecovered',
      'cartDiscarded',
      'customerErased',
      'segmentEntered',
      'segmentLeft',
      'checkInAnswered',
    ],
  },
  { name: 'delivery', kinds: ['customerErased'] },
  { name: 'referrals', kinds: ['orderPaid', 'orderRefunded', 'orderCancelled', 'customerErased'] },
  {
    name: 'rewards',
    kinds: [
      'referralClaimed',
      'referralQualified',
      'referralRejected',
      'referralReversed',
      'referralExpired',
      'rewardGranted',
      'orderPaid',
    ],
  },
] as const satisfies readonly { readonly name: string; readonly kinds: readonly string[] }[];

export type ConsumerName = (typeof consumers)[number]['name'];
