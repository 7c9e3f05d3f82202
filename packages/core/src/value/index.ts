export { applyContributionChange } from './apply-contribution-change.ts';
export {
  collectOrders,
  type CollectedOrders,
  type CollectOrdersOptions,
  type CustomerOrder,
} from './collect-orders.ts';
export { contributionOf, type Contribution, type OrderValueFacts } from './contribution.ts';
export { emptyValue, type CustomerValue } from './customer-value.ts';
export { averageOrderMinor, firstPurchaseAt, lastPurchaseAt, netMinor, rhythmDays } from './derived-value.ts';
export { toPurchase, type OrderPurchase } from './to-purchase.ts';
