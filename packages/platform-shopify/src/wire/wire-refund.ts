import { exponentOf, parseCurrency } from '@regulars/core/shared';
import { z } from 'zod';
import type { RefundFacts } from '../model/facts.ts';
import { amount, list, optionalDate, optionalId, ownId, text, toOwnId } from './wire.ts';

const money = z.object({ amount, currency_code: z.string() });
export const bag = z.object({ shop_money: money, presentment_money: money });

export type WireBag = z.output<typeof bag>;

export const wireRefund = z.object({
  ...ownId,
  order_id: optionalId,
  created_at: optionalDate,
  processed_at: optionalDate,
  note: text,
  total_duties_set: bag.nullish(),
  refund_line_items: list(z.object({ subtotal_set: bag.nullish() })),
  order_adjustments: list(z.object({ amount_set: bag.nullish() })),
  transactions: list(z.object({ kind: text, status: text, amount, currency: text })),
});

export type WireRefund = z.output<typeof wireRefund>;

/** Amounts of a refund in both currencies, as far as it tells any. */
export function listBags(refund: WireRefund): readonly WireBag[] {
  const bags = [
    ...refund.refund_line_items.map(({ subtotal_set: set }) => set),
    ...refund.order_adjustments.map(({ amount_set: set }) => set),
    refund.total_duties_set,
  ];
  return bags.filter((set) => set !== null && set !== undefined);
}

/**
 * What money went back: payments of kind `refund` that succeeded. Lines that were taken back without one are goods, not money.
 *
 * @param bags - amounts in both currencies, from which the rate is learnt where the customer paid in another one.
 * @returns null when the refund has no id.
 */
export function toRefundFacts(refund: WireRefund, shopCurrency: string, bags: readonly WireBag[]): RefundFacts | null {
  const externalId = toOwnId(refund);
  if (externalId === null) return null;
  const paid = refund.transactions.filter(({ kind, status }) => kind === 'refund' && status === 'success');
  const amounts = paid.map((payment) =>
    payment.currency === null || payment.currency === shopCurrency
      ? payment.amount
      : toShopAmount(payment.amount, payment.currency, shopCurrency, bags),
  );
  return { id: externalId, createdAt: refund.processed_at ?? refund.created_at, amounts, reason: refund.note };
}

/** Converted at the order's own rate; Shopify rounds its sets, so the last cent of a large refund may be off. */
function toShopAmount(paid: string, currency: string, shopCurrency: string, bags: readonly WireBag[]): string {
  const known = bags.filter(
    ({ presentment_money: shown }) => shown.currency_code === currency && Number(shown.amount) !== 0,
  );
  const [largest] = known.toSorted(
    (one, other) => Number(other.presentment_money.amount) - Number(one.presentment_money.amount),
  );
  if (largest === undefined) return paid;
  const rate = Number(largest.shop_money.amount) / Number(largest.presentment_money.amount);
  const knownCurrency = parseCurrency(shopCurrency);
  return (Number(paid) * rate).toFixed(knownCurrency === null ? 2 : exponentOf(knownCurrency));
}
