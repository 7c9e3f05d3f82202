import { logBeta } from '../../numeric/log-beta.ts';
import { sumTail } from '../../numeric/sum-tail.ts';
import type { ContractFit } from './contract-fit.ts';

/** What is foreseen of subscribers. Periods are those of the data: from one occasion to renew to the next. */
export interface ContractForecast {
  /** S(t): the share of customers who renew at each of the first t occasions. @param occasions 0, 1, 2 … */
  survival(occasions: number): number;
  /** S(t)/S(t−1): of those who are there, how many renew at the t-th occasion. @param occasion 1, 2 … */
  retentionRate(occasion: number): number;
  /** How many of the first periods a customer pays for on average, the one that they begin with included. */
  expectedTenure(periods: number): number;
  /**
   * The discounted expected lifetime of a new customer (DEL), in periods: Σ S(t)/(1+d)ᵗ from t = 0.
   * @param discountRate per period; > 0. @throws RangeError where it is not.
   */
  discountedLifetime(discountRate: number): number;
  /**
   * The discounted expected residual lifetime (DERL), in periods, of a customer just before they renew or leave after
   * `periods` paid for: Σ S(t)/S(n−1)/(1+d)ᵗ⁻ⁿ from t = n.
   * @param periods 1, 2 … @param discountRate per period; > 0. @throws RangeError where it is not.
   */
  discountedResidualLifetime(periods: number, discountRate: number): number;
  /** What a customer will still pay, discounted: that of a new one (`periods` 0) with the payment they begin with. */
  value(customer: ContractCustomer): number;
}

export interface ContractCustomer {
  /** Paid for already: 0 for one who is about to begin. */
  readonly periods: number;
  readonly renewalAmount: number;
  /** Per period; > 0. */
  readonly discountRate: number;
}

/** So many terms are added up; beyond, what is left is smooth enough to be integrated. */
const mostTerms = 256;

/**
 * What a fitted model of subscriptions says.
 *
 * Source: Fader & Hardie (2007), Journal of Interactive Marketing 21(1); Fader & Hardie (2010),
 * "Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring Heterogeneity", Marketing Science 29(1),
 * DEL and DERL; Fader et al. (2018), Journal of Interactive Marketing 43.
 * @example
 * ```ts
 * const forecast = contractForecast({ modelId: 'shifted-beta-geometric', parameters: [0.668, 3.806] });
 * forecast.retentionRate(1); // 0.851
 * forecast.value({ periods: 3, renewalAmount: 120, discountRate: 0.1 });
 * ```
 */
export function contractForecast({
  modelId,
  parameters,
}: Pick<ContractFit, 'modelId' | 'parameters'>): ContractForecast {
  const [a, b] = [parameters[0]!, parameters[1]!];
  const shape = modelId === 'beta-discrete-weibull' ? parameters[2]! : 1;

  const survival = (occasions: number) => {
    const power = occasions ** shape;
    if (occasions === 0 || power === Infinity) return occasions === 0 ? 1 : 0;
    return Math.min(1, Math.exp(logBeta(a, b + power) - logBeta(a, b)));
  };
  const remaining = (from: number, to: number) => {
    const [start, end] = [from ** shape, to ** shape];
    if (end === Infinity) return 0;
    return Math.min(1, Math.exp(logBeta(a, b + end) - logBeta(a, b + start)));
  };
  /** Σ S(from+i)/S(from)·factorⁱ over i ≥ 0. */
  const discounted = (from: number, discountRate: number) => {
    if (!(discountRate > 0)) throw new RangeError(`A discount rate is above 0, not ${discountRate}.`);
    const log = -Math.log1p(discountRate);
    const term = (i: number) => remaining(from, from + i) * Math.exp(i * log);
    let sum = 0;
    for (let i = 0; i < mostTerms; i += 1) {
      const each = term(i);
      sum += each;
      if (each <= -1e-17 * sum * Math.expm1(log)) return sum;
    }
    return sum + sumTail(term, mostTerms, 40 / -log);
  };
  const discountedResidualLifetime = (periods: number, discountRate: number) =>
    remaining(periods - 1, periods) * discounted(periods, discountRate);

  return {
    survival,
    retentionRate: (occasion) => remaining(occasion - 1, occasion),
    expectedTenure(periods) {
      let sum = 0;
      for (let t = 0; t < periods; t += 1) sum += survival(t);
      return sum;
    },
    discountedLifetime: (discountRate) => discounted(0, discountRate),
    discountedResidualLifetime,
    value: ({ periods, renewalAmount, discountRate }) =>
      renewalAmount * (periods === 0 ? discounted(0, discountRate) : discountedResidualLifetime(periods, discountRate)),
  };
}
