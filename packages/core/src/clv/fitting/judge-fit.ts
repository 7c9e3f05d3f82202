import type { FitVerdict } from './transaction-fit.ts';

/** How a fit went. */
export interface FitAttempt {
  readonly converged: boolean;
  /** Whether anybody has bought twice. */
  readonly hasRepeats: boolean;
  /** Whether the data alone did not determine the parameters. */
  readonly leftOpen: boolean;
  readonly showsChurn: boolean;
}

/** Why fitting ended as it did, in words. */
export function judgeFit({ converged, hasRepeats, leftOpen, showsChurn }: FitAttempt): FitVerdict {
  if (!converged) {
    return {
      code: 'stopped',
      message: 'Stopped after the last iteration allowed: a better fit may exist. Check the histories for extremes.',
    };
  }
  if (!hasRepeats) {
    return {
      code: 'noRepeatPurchases',
      message: 'Nobody has bought twice: the parameters are what was believed before, made to allow that nobody did.',
    };
  }
  if (!showsChurn) {
    return {
      code: 'noChurnSignal',
      message:
        'No churn signal: the data fit customers who never leave best. A weak prior keeps the rate of leaving finite; the NBD model says all that the data say.',
    };
  }
  if (leftOpen) {
    return {
      code: 'ridge',
      message:
        'The data fit a whole range of parameters about equally well: where they say nothing a weak prior decides. Parameters without a standard error are its own.',
    };
  }
  return { code: 'converged', message: 'Converged: no other parameters nearby fit better.' };
}
