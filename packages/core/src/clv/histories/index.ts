export {
  createHistoryCollector,
  type HistoryCollector,
  type HistoryCollectorOptions,
  type ObservationWindow,
} from './history-collector.ts';
export type { RowColumns } from './row-columns.ts';
export { collectStore } from './collect-store.ts';
export { summaryOf, type CollectedHistories, type DailyPurchases, type Holdout } from './collected-histories.ts';
export type { PurchaseDays, PurchaseDaysVisitor } from './purchase-days.ts';
export type { UnmatchedRefunds } from './merge-days.ts';
export type { HistoriesRejection, RowRejection } from './purchase-rejection.ts';
export { addPurchase, type DatedAmount, type PurchaseRejection } from './add-purchase.ts';
export { addRefund, type RefundRejection } from './add-refund.ts';
export { toPurchaseHistory, type SpendingHistory } from './to-purchase-history.ts';
export { estimateRegularity } from './estimate-regularity.ts';
