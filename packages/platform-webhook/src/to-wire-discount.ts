import type { DiscountCode } from '@regulars/adapter-contracts';
import { toIsoString, type Money } from '@regulars/core/shared';

/** A discount code as the callback is asked for it. A system that cannot make one of a kind refuses it with a 422. */
export function toWireDiscount(
  { discount, expiresAt, minimumSpend, productExternalIds, ...plain }: DiscountCode,
  toAmount: (money: Money) => number | string,
): object {
  return {
    ...plain,
    discount:
      discount.kind === 'fixed'
        ? { kind: 'fixed', amount: toAmount(discount.amount), currency: discount.amount.currency }
        : discount,
    expiresAt: expiresAt === null ? null : toIsoString(expiresAt),
    minimumSpend: minimumSpend === null ? null : { amount: toAmount(minimumSpend), currency: minimumSpend.currency },
    ...(productExternalIds === undefined ? {} : { productExternalIds }),
  };
}
