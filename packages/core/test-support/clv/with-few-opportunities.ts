import type { PurchaseHistories } from '../../src/clv/histories/purchase-histories.ts';

/** As many as a model of opportunities is made for. */
export function withFewOpportunities({ recency, age, ...rest }: PurchaseHistories): PurchaseHistories {
  const fewer = (time: number) => Math.min(time, 104);
  return { ...rest, recency: recency.map(fewer), age: age.map(fewer) };
}
