import type { FitVerdict, TransactionFit } from '@regulars/core/clv';
import { hasAmounts, type Analysis } from '../analysis.ts';
import { toIsoDate } from '../cells/calendar.ts';
import { toHoldoutDocument } from './to-holdout-document.ts';

/** What `--json` prints. Parameters bear their papers' names; the likelihood is in the unit of time that was asked for. */
export function toDocument(analysis: Analysis): Record<string, unknown> {
  const { model, store, holdout } = analysis;
  const { transactions: fit } = model;
  const regularity = fit.modelId === 'mbg-cnbd-k' ? { k: fit.k } : {};
  return {
    model: fit.modelId,
    timeUnit: model.timeUnit,
    customers: store.histories.size,
    transactions: store.purchases,
    parameters: { ...regularity, ...byName(fit.parameterNames, fit.parameters) },
    standardErrors: byName(fit.parameterNames, fit.standardErrors),
    logLikelihood: fit.logLikelihood,
    converged: fit.converged,
    diagnostics: toDiagnostics(analysis, fit),
    spend: hasAmounts(analysis) ? toSpend(analysis) : null,
    totals: describeTotals(analysis),
    ...(holdout !== null && { holdout: toHoldoutDocument(holdout) }),
  };
}

function toDiagnostics({ model, read, store, warnings }: Analysis, fit: TransactionFit) {
  const { season, selection } = model;
  return {
    verdict: toVerdict(fit.verdict),
    iterations: fit.iterations,
    messages: [...warnings, ...model.diagnostics],
    choice: selection.reason,
    candidates: selection.candidates.map(({ fit, bic, rehearsal }) => ({
      model: fit.modelId,
      k: fit.k,
      logLikelihood: fit.logLikelihood,
      bic,
      rehearsal,
      verdict: fit.verdict.code,
    })),
    season: season && { message: season.message, strength: season.strength, index: season.index },
    columns: read.layout.names,
    currency: read.currency,
    firstDay: toIsoDate(store.daily.fromDay),
    observedUntil: toIsoDate(store.observedUntilDay),
    rows: {
      read: read.rows,
      rejected: read.rejectedRows,
      withoutCustomer: read.anonymousRows,
      refunds: read.refundRows,
    },
    unmatchedRefunds: store.unmatchedRefunds,
  };
}

function toSpend({ model, store }: Analysis) {
  const { p, q, gamma, standardErrors, logLikelihood, converged, verdict } = model.spend;
  let customers = 0;
  for (const frequency of store.histories.frequency) if (frequency > 0) customers += 1;
  return {
    model: 'gamma-gamma',
    customers,
    p,
    q,
    gamma,
    standardErrors: byName(['p', 'q', 'gamma'], standardErrors),
    logLikelihood,
    converged,
    verdict: toVerdict(verdict),
  };
}

function describeTotals(analysis: Analysis) {
  const { totals, store, model, horizonDays, annualDiscountRate } = analysis;
  const money = hasAmounts(analysis);
  return {
    asOf: toIsoDate(store.observedUntilDay),
    horizonDays,
    annualDiscountRate,
    repeatTransactions: model.repeatCount,
    pastSpend: money ? totals.pastSpend : null,
    customersAlive: totals.customersAlive,
    expectedTransactions: totals.expectedTransactions,
    lifetimeValue: money ? totals.lifetimeValue : null,
  };
}

function toVerdict({ code, message }: FitVerdict) {
  return { code, message };
}

function byName<Value>(names: readonly string[], values: readonly Value[]): Record<string, Value | null> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
}
