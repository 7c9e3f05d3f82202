import { fail, ok, type Rejection, type Result } from '../../shared/result.ts';

/**
 * One cohort of a subscription: how many customers began, then how many were left after each occasion to renew. They need
 * not be whole numbers: shares of a hundred are a cohort of a hundred.
 */
export type SurvivorCounts = readonly number[];

export type SurvivorsRejection = Rejection<'clv.no_survivors' | 'clv.survivors_invalid' | 'clv.survivors_rise'>;

/** Over all cohorts, at each occasion to renew: who took it and who left. */
export interface RenewalTally {
  readonly customers: number;
  /** At the first occasion, the second … */
  readonly renewed: readonly number[];
  readonly left: readonly number[];
}

/** Sums cohorts up, of different ages too: at the t-th occasion those count that have come so far. */
export function tallyRenewals(cohorts: readonly SurvivorCounts[]): Result<RenewalTally, SurvivorsRejection> {
  const renewed: number[] = [];
  const left: number[] = [];
  let customers = 0;
  for (const [place, survivors] of cohorts.entries()) {
    if (!isCohort(survivors)) {
      const message = 'A cohort is a list of its survivors; a single cohort stands in a list too: [[1000, 631]].';
      return fail({ code: 'clv.survivors_invalid', path: `/${place}`, message });
    }
    customers += survivors[0] ?? 0;
    for (const [t, count] of survivors.entries()) {
      const path = `/${place}/${t}`;
      if (!(count >= 0 && count < Infinity)) {
        return fail({ code: 'clv.survivors_invalid', path, message: 'Survivors are finite numbers of 0 and more.' });
      }
      if (t === 0) continue;
      const before = survivors[t - 1]!;
      if (count > before) {
        const message = 'Survivors do not become more: who comes back begins anew, in another cohort.';
        return fail({ code: 'clv.survivors_rise', path, message });
      }
      renewed[t - 1] = (renewed[t - 1] ?? 0) + count;
      left[t - 1] = (left[t - 1] ?? 0) + before - count;
    }
  }
  if (!(customers > 0 && customers < Infinity)) {
    return fail({ code: 'clv.no_survivors', path: '', message: 'At least one cohort begins with somebody in it.' });
  }
  return ok({ customers, renewed, left });
}

/** Whoever writes without types easily hands over a single cohort by itself. */
function isCohort(value: unknown): boolean {
  return Array.isArray(value);
}
