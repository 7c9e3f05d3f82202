import type { TransactionFit } from '../../src/clv/fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../../src/clv/histories/purchase-histories.ts';
import { newcomer, type PurchaseHistory } from '../../src/clv/histories/purchase-history.ts';
import type { TransactionForecast, TransactionModel } from '../../src/clv/models/transaction-model.ts';

/** As many customers of a store are looked at. */
const customersAsked = 8;
const durations = [0, 1, 52];

const isShare = (value: number) => value >= 0 && value <= 1;
const isAmount = (value: number) => value >= 0 && value < Infinity;

/** What a fit does not say as it should: how it ended, in finite numbers. Null where it does. */
export function findFaultOfParameters(fit: TransactionFit): string | null {
  if (fit.iterations > 50) return `${fit.iterations} iterations`;
  if (fit.verdict.message === '') return 'no verdict';
  if (!fit.parameters.every((value) => value > 0 && value < Infinity)) return `parameters ${fit.parameters.join(', ')}`;
  if (!fit.standardErrors.every((error) => error === null || isAmount(error)))
    return `standard errors ${fit.standardErrors.join(', ')}`;
  if (!fit.logCovariance.every(Number.isFinite)) return `covariance ${fit.logCovariance.join(', ')}`;
  return Number.isFinite(fit.logLikelihood) ? null : `log-likelihood ${fit.logLikelihood}`;
}

/** The same, and what it foresees of customers outside its natural range. */
export function findFault(fit: TransactionFit, model: TransactionModel, histories: PurchaseHistories): string | null {
  const fault = findFaultOfParameters(fit);
  if (fault !== null) return fault;
  const forecast = model.forecast(fit.parameters);
  if (!foreseesRanges(forecast, newcomer)) return 'what is foreseen of someone new';
  for (let row = 0; row < Math.min(customersAsked, histories.size); row += 1) {
    const [frequency, recency, age] = [histories.frequency[row]!, histories.recency[row]!, histories.age[row]!];
    if (!foreseesRanges(forecast, { frequency, recency, age })) return `what is foreseen of customer ${row}`;
  }
  return null;
}

function foreseesRanges(forecast: TransactionForecast, customer: PurchaseHistory): boolean {
  return durations.every(
    (duration) =>
      isAmount(forecast.expectedTransactions(customer, duration)) &&
      isShare(forecast.probabilityOfNone(customer, duration)) &&
      isShare(forecast.probabilityAlive(customer, duration)),
  );
}
