/** Which room listens to which kinds of events; the order of rooms is the house's, left to right. */
export const consumers = [
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
