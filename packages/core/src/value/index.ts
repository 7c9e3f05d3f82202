export { applyContributionChange } from './apply-contribution-change.ts';
export { contributionOf, type Contribution, type OrderValueFacts } from './contribution.ts';
export { emptyValue, type CustomerValue } from './customer-value.ts';
export { averageOrderMinor, firstPurchaseAt, lastPurchaseAt, netMinor, rhythmDays } from './derived-value.ts';
