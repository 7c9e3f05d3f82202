import type { PurchaseSummary } from '@regulars/core/clv';
import type { CustomerId } from '@regulars/core/shared';

/** A customer with what they bought in the store's currency: what they are scored by. Renewals are no purchases. */
export interface Buyer {
  readonly customerId: CustomerId;
  /** The days on which they bought, in the store's zone, since 1970-01-01, ascending; each once, one at least. */
  readonly days: readonly number[];
  /** What they paid on each of those days, refunds taken off. */
  readonly amountsMinor: readonly number[];
}

/**
 * The buyer as core wants them.
 *
 * @param minorPerUnit how many minor units the currency's unit has: the models see whole euros, not cents.
 */
export function toSummary({ days, amountsMinor }: Buyer, minorPerUnit: number): PurchaseSummary {
  const [firstDayMinor = 0, ...laterMinor] = amountsMinor;
  return {
    firstDay: days[0] ?? 0,
    lastDay: days.at(-1) ?? 0,
    purchaseDays: days.length,
    firstDaySpend: firstDayMinor / minorPerUnit,
    laterSpend: laterMinor.reduce((sum, amount) => sum + amount, 0) / minorPerUnit,
  };
}
