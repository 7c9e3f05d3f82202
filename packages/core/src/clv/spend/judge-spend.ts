import type { FitVerdict } from '../fitting/transaction-fit.ts';

/** How a fit of spend went. */
export interface SpendAttempt {
  readonly converged: boolean;
  /** Whether anybody's spend after the first purchase is known. */
  readonly known: boolean;
  /** Whether the data alone did not determine the parameters. */
  readonly leftOpen: boolean;
  /** Whether q could not be told from 1. */
  readonly heavyTail: boolean;
  readonly isConstant?: boolean;
  /** Customers who came back without spending anything. */
  readonly leftOut: number;
}

/** Why fitting ended as it did, in words. */
export function judgeSpend(attempt: SpendAttempt): FitVerdict {
  const { code, message } = judge(attempt);
  if (attempt.leftOut === 0) return { code, message };
  const customers = attempt.leftOut === 1 ? '1 customer' : `${attempt.leftOut} customers`;
  return { code, message: `${message} Left out: ${customers} who came back but whose purchases came to nothing.` };
}

function judge({ converged, known, leftOpen, heavyTail, isConstant }: SpendAttempt): FitVerdict {
  if (!converged) {
    return {
      code: 'stopped',
      message:
        'Stopped after the last iteration allowed: a better fit of spend may exist. Check the amounts for extremes.',
    };
  }
  if (!known) {
    return {
      code: 'noRepeatPurchases',
      message: 'Nobody’s spend after the first purchase is known: the parameters are what was believed before.',
    };
  }
  if (isConstant) return { code: 'constantSpend', message: 'Constant spend: all purchases cost the same.' };
  if (heavyTail) {
    return {
      code: 'heavyTail',
      message:
        'Spend is so unequal that its mean would not be finite (q ≤ 1, or not to be told from it): the mean observed is held on to.',
    };
  }
  if (leftOpen) {
    return {
      code: 'ridge',
      message:
        'The amounts fit a whole range of parameters about equally well: where they say nothing a weak prior and the mean observed decide.',
    };
  }
  return { code: 'converged', message: 'Converged: no other parameters nearby fit better.' };
}
