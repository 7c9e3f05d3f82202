import { newcomer, type PurchaseHistory } from '../histories/purchase-history.ts';
import type { PurchaseSummary } from '../histories/purchase-summary.ts';
import { toMeanSpend } from '../histories/to-purchase-history.ts';
import type { OperationalTime } from '../season/operational-time.ts';

/** A customer's history in operational time. Where days run backwards, the last one is taken for the day of the scoring. */
export function toCustomerHistory(
  summary: PurchaseSummary | null,
  time: OperationalTime,
  asOfDay: number,
): PurchaseHistory {
  if (summary === null) return newcomer;
  const first = time.at(summary.firstDay);
  const frequency = Math.max(0, summary.purchaseDays - 1);
  const recency = frequency === 0 ? 0 : Math.max(0, time.at(summary.lastDay) - first);
  return { frequency, recency, age: Math.max(recency, time.at(asOfDay) - first) };
}

/** What is known of a customer's spend: the purchases after the first, and their mean amount. */
export function toKnownSpend(summary: PurchaseSummary | null): { frequency: number; meanSpend: number } {
  if (summary === null || summary.purchaseDays < 2) return { frequency: 0, meanSpend: 0 };
  const frequency = summary.purchaseDays - 1;
  return { frequency, meanSpend: toMeanSpend(summary.laterSpend, frequency) };
}
