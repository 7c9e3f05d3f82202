export { daysPerUnit, daysPerYear, type TimeUnit } from './time-unit.ts';
export { newcomer, type PurchaseHistory } from './histories/purchase-history.ts';
export type { PurchaseHistories } from './histories/purchase-histories.ts';
export type { PurchaseSummary } from './histories/purchase-summary.ts';
export type { TransactionForecast, TransactionModel, TransactionModelId } from './models/transaction-model.ts';
export type { FitVerdict, TransactionFit } from './fitting/transaction-fit.ts';
export type { LogNormalPrior } from './fitting/log-normal-prior.ts';
export type { CustomerScore, Intervals } from './scoring/customer-score.ts';
