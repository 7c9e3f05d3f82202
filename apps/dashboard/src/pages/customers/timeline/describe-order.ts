import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import { numberOf, textOf, type Words } from './words.ts';

type OrderKind = 'orderPlaced' | 'orderPaid' | 'orderFulfilled' | 'orderRefunded' | 'orderCancelled' | 'orderChanged';

const tones: Readonly<Record<OrderKind, TimelineEntry['tone']>> = {
  orderPlaced: 'neutral',
  orderPaid: 'good',
  orderFulfilled: 'neutral',
  orderRefunded: 'bad',
  orderCancelled: 'bad',
  orderChanged: 'neutral',
};

export function describeOrder(row: TimelineRow, { t, formats }: Words): TimelineEntry | null {
  if (!(row.kind in tones)) return null;
  const kind = row.kind as OrderKind;
  const currency = textOf(row, 'currency');
  const money = (name: string) => formats.money({ amountMinor: numberOf(row, name), currency });
  const codes = (row.data['couponCodes'] ?? []) as readonly string[];
  const purchaseNumber = numberOf(row, 'purchaseNumber');
  const facts =
    kind === 'orderRefunded'
      ? [t.refunded(money('refundedMinor'))]
      : [
          t.worth(money('grandMinor')),
          ...(kind === 'orderPaid' && purchaseNumber > 0 ? [t.purchaseNumber(purchaseNumber)] : []),
          ...(row.data['isRenewal'] === true ? [t.renewal] : []),
          ...(codes.length > 0 ? [t.withCodes(formats.list(codes))] : []),
        ];
  return {
    title: t[kind](textOf(row, 'number')),
    why: facts.join(', '),
    tone: tones[kind],
    topic: 'order',
    mailId: null,
  };
}
