import type { Random } from '../../shared/random.ts';
import type { TransactionFit } from '../fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { AgencyPrior } from '../priors/agency-prior.ts';
import { choosePrior } from '../priors/choose-prior.ts';
import type { SpendFit } from '../spend/spend-fit.ts';
import { drawNormalApproximation } from './draw-posterior.ts';
import { drawParameters } from './draw-parameters.ts';
import type { ParameterDraws } from './parameter-draws.ts';

const proposals = 512;
const count = 64;

/** The draws that a lifetime model keeps: enough for intervals, few enough to be stored. */
export function drawLifetimeParameters(
  transactions: TransactionFit,
  spend: SpendFit,
  histories: PurchaseHistories,
  agency: AgencyPrior | undefined,
  random: Random,
): ParameterDraws {
  const prior = choosePrior(transactions, histories, agency);
  const drawn = drawParameters(transactions, histories, { proposals, count, prior }, random.fork('transactions'));
  const peak = { point: [spend.p, spend.q, spend.gamma].map(Math.log), covariance: spend.logCovariance };
  return {
    transactions: drawn.points.map(toPlain),
    spend: drawNormalApproximation(peak, count, random.fork('spend')).map((point) => toPlain(point.map(Math.exp))),
    effectiveSampleSize: drawn.effectiveSampleSize,
  };
}

/** Six digits: more would be kept for nothing. */
function toPlain(point: Float64Array): number[] {
  return Array.from(point, (value) => Number(value.toPrecision(6)));
}
