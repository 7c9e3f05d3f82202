import { fitTransactionModel, type FitOptions } from '../../fitting/fit-transaction-model.ts';
import type { TransactionFit } from '../../fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { mbgCnbdK } from './mbg-cnbd-k.ts';

/** A habit as regular as this is a subscription. */
const mostRegular = 8;

/**
 * The MBG/CNBD-k model with the k, 1 … 8, of the greatest likelihood: k rises until it no longer helps. Each k begins with
 * the parameters of the one before, its beats so much faster that purchases are not.
 *
 * Where `logGaps` is null, only the times of last purchases tell of k, and it is chosen with less certainty.
 *
 * @param options `prior` is that of k = 1; for k it is moved likewise.
 * Source: Reutterer, Platzer & Schröder (2021), IJRM 38(1): a k for all, by the likelihood.
 * @example fitRegularity(histories) // { modelId: 'mbg-cnbd-k', k: 2, parameters: [r, alpha, a, b], … }
 */
export function fitRegularity(histories: PurchaseHistories, options: FitOptions = {}): TransactionFit {
  let best = fitTransactionModel(mbgCnbdK(1), histories, options);
  for (let k = 2; k <= mostRegular; k += 1) {
    const next = fitTransactionModel(mbgCnbdK(k), histories, {
      start: quicken(best.parameters, (alpha) => (alpha * (k - 1)) / k),
      ...(options.prior && {
        prior: { ...options.prior, mean: quicken(options.prior.mean, (logAlpha) => logAlpha - Math.log(k)) },
      }),
    });
    if (!(next.logLikelihood > best.logLikelihood)) break;
    best = next;
  }
  return best;
}

/** α is the second parameter. */
function quicken(values: readonly number[], change: (alpha: number) => number): number[] {
  return values.map((value, place) => (place === 1 ? change(value) : value));
}
