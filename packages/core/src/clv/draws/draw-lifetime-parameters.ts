import type { Random } from '../../shared/random.ts';
import type { CovariateFit } from '../covariates/covariate-fit.ts';
import type { TransactionFit } from '../fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { AgencyPrior } from '../priors/agency-prior.ts';
import { choosePrior } from '../priors/choose-prior.ts';
import type { SpendFit } from '../spend/spend-fit.ts';
import { drawNormalApproximation } from './draw-posterior.ts';
import { drawParameters } from './draw-parameters.ts';
import { drawSpendParameters } from './draw-spend-parameters.ts';
import type { ParameterDraws } from './parameter-draws.ts';

const proposals = 512;
const count = 64;

/** What a lifetime model's parameters were fitted to. */
interface Fitted {
  readonly transactions: TransactionFit;
  readonly spend: SpendFit;
  readonly covariates: CovariateFit | null;
  readonly histories: PurchaseHistories;
  readonly agency: AgencyPrior | undefined;
}

/** The draws that a lifetime model keeps: enough for intervals, few enough to be stored. */
export function drawLifetimeParameters(
  { transactions, spend, covariates, histories, agency }: Fitted,
  random: Random,
): ParameterDraws {
  const prior = choosePrior(transactions, histories, agency);
  const peak = { point: transactions.parameters.map(Math.log), covariance: transactions.logCovariance };
  const ofTransactions = random.fork('transactions');
  const drawn =
    covariates === null
      ? drawParameters(transactions, histories, { proposals, count, prior }, ofTransactions)
      : { points: drawNormalApproximation(peak, count, ofTransactions).map(toExp), effectiveSampleSize: 0 };
  return {
    transactions: drawn.points.map(toPlain),
    spend: drawSpendParameters(spend, count, random.fork('spend')).map(({ p, q, gamma }) => toPlain([p, q, gamma])),
    effectiveSampleSize: drawn.effectiveSampleSize,
  };
}

function toExp(point: Float64Array): Float64Array {
  return point.map(Math.exp);
}

/** Six digits: more would be kept for nothing. */
function toPlain(point: ArrayLike<number>): number[] {
  return Array.from(point, (value) => Number(value.toPrecision(6)));
}
