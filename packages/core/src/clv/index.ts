export { daysPerUnit, daysPerYear, type TimeUnit } from './time-unit.ts';
export { newcomer, type PurchaseHistory } from './histories/purchase-history.ts';
export type { PurchaseHistories } from './histories/purchase-histories.ts';
export type { PurchaseSummary } from './histories/purchase-summary.ts';
export {
  createHistoryCollector,
  type HistoryCollector,
  type HistoryCollectorOptions,
  type ObservationWindow,
} from './histories/history-collector.ts';
export type { RowColumns } from './histories/row-columns.ts';
export {
  summaryOf,
  type CollectedHistories,
  type DailyPurchases,
  type Holdout,
} from './histories/collected-histories.ts';
export type { PurchaseDays, PurchaseDaysVisitor } from './histories/purchase-days.ts';
export type { UnmatchedRefunds } from './histories/merge-days.ts';
export type { HistoriesRejection, RowRejection } from './histories/purchase-rejection.ts';
export { addPurchase, type DatedAmount, type PurchaseRejection } from './histories/add-purchase.ts';
export { addRefund, type RefundRejection } from './histories/add-refund.ts';
export { toPurchaseHistory, type SpendingHistory } from './histories/to-purchase-history.ts';
export type { TransactionForecast, TransactionModel, TransactionModelId } from './models/transaction-model.ts';
export type { LogNormalPrior } from './fitting/log-normal-prior.ts';
export type { CustomerScore, Intervals } from './scoring/customer-score.ts';
export type { RehearsedHistories, StorePurchases } from './histories/store-purchases.ts';
export type { LifetimeModel } from './lifetime-model.ts';
export type { LifetimeModelOptions } from './lifetime-model-options.ts';
export type { ScoredCustomer, ScoringOptions } from './scoring/scoring-options.ts';
export type { ScoreColumns } from './scoring/score-columns.ts';
export type { SeasonFit } from './season/season-fit.ts';
export type { CovariateEffects, CovariateFit, LabelEffect } from './covariates/covariate-fit.ts';
export type { ModelCandidate, ModelSelection } from './selection/model-selection.ts';
export type { ParameterDraws } from './draws/parameter-draws.ts';
export type { AgencyPrior } from './priors/agency-prior.ts';
export { evaluateForecast, type ForecastAndActual, type ForecastEvaluation } from './evidence/evaluate-forecast.ts';
export type { Decile } from './evidence/decile-calibration.ts';
export { intervalCoverage } from './evidence/interval-coverage.ts';
export { activityAccuracy } from './evidence/activity-accuracy.ts';
export type { CountedShare } from './evidence/counted-share.ts';
export { trackingMape, type TrackingError } from './evidence/tracking-mape.ts';
export { wilsonInterval } from './evidence/wilson-interval.ts';
export { isActiveByHiatus, learnHiatus, type Hiatus } from './evidence/hiatus.ts';
export { pastRate } from './evidence/past-rate.ts';
export { learnPastScale, scalePast } from './evidence/past-scale.ts';
export { rfmScores, type RfmColumns, type RfmScore, type RfmScores } from './rfm/rfm-scores.ts';
export { quintileScores } from './rfm/quintile-scores.ts';
export { rfmGroups, type RfmGroup, type RfmGroupId } from './rfm/rfm-groups.ts';
export { rfmGroupOf } from './rfm/rfm-group-of.ts';
export { cohortTable, type CohortOptions, type CohortTable } from './cohorts/cohort-table.ts';
export type { Cohort, CohortPeriod } from './cohorts/cohort.ts';
export { createFirstLabels, type FirstLabels } from './cohorts/first-labels.ts';
export { mbgCnbdK } from './models/mbg-cnbd-k/mbg-cnbd-k.ts';
export { fitRegularity } from './models/mbg-cnbd-k/fit-regularity.ts';
export { estimateRegularity } from './models/mbg-cnbd-k/estimate-regularity.ts';
export { learnSeason } from './season/learn-season.ts';
export { createOperationalTime, type OperationalTime } from './season/operational-time.ts';
export { collectStore } from './selection/collect-store.ts';
export { learnAgencyPrior, type TaughtModel } from './priors/learn-agency-prior.ts';
export { bgBb } from './models/bg-bb/bg-bb.ts';
export { bgBbForecast, type BgBbForecast } from './models/bg-bb/bg-bb-forecast.ts';
export { bgNbd } from './models/bg-nbd/bg-nbd.ts';
export { mbgNbd } from './models/mbg-nbd/mbg-nbd.ts';
export { nbd } from './models/nbd/nbd.ts';
export { getTransactionModel } from './models/get-transaction-model.ts';
export { fitTransactionModel, type FitOptions } from './fitting/fit-transaction-model.ts';
export type { FitVerdict, TransactionFit } from './fitting/transaction-fit.ts';
export { distinctPairs, type DistinctPairs } from './histories/distinct-pairs.ts';
export { fitSpendModel, type SpendOptions } from './spend/fit-spend-model.ts';
export type { SpendFit, SpendParameters } from './spend/spend-fit.ts';
export { expectedSpend, type SpendHistory } from './spend/expected-spend.ts';
export { drawSpend, drawSpendRate } from './spend/draw-spend.ts';
export { fitLifetimeModel } from './fit-lifetime-model.ts';
export { createScorer, type Scorer } from './scoring/create-scorer.ts';
export type { CustomerEstimate } from './scoring/customer-estimate.ts';
export { scoreCustomer } from './scoring/score-customer.ts';
export { scoreAll, type ScoredStore } from './scoring/score-all.ts';
export { paretoNbd } from './models/pareto-nbd/pareto-nbd.ts';
export { discountedResidualTransactions } from './models/pareto-nbd/discounted-residual-transactions.ts';
export { fitShiftedBetaGeometric } from './contractual/shifted-beta-geometric.ts';
export { fitBetaDiscreteWeibull } from './contractual/beta-discrete-weibull.ts';
export { contractForecast, type ContractCustomer, type ContractForecast } from './contractual/contract-forecast.ts';
export type { ContractFit, ContractModelId, ContractVerdict } from './contractual/contract-fit.ts';
export type { SurvivorCounts, SurvivorsRejection } from './contractual/renewal-tally.ts';
