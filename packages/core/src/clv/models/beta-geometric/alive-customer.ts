import { betaExpectation } from '../../../numeric/beta-expectation.ts';
import { negativeBinomial, negativeBinomialTail, probabilityOfNoEvent } from '../negative-binomial.ts';

/**
 * A customer who is alive now and after each further purchase leaves with a chance of their own: what is believed of
 * their rate, Gamma(r, α), and of that chance, Beta(a, b), given all they did. BG/NBD and MBG/NBD have this future in
 * common: from each purchase on they are the same.
 */
export interface AliveCustomer {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** So many terms at most are added up; beyond, the quadrature is quicker. */
const mostTerms = 400;

/**
 * Mean number of purchases in (0, t]: Σ P(n purchases if nobody left)·(1 + S₁ + … + Sₙ₋₁), with Sⱼ the chance to stay on
 * after j purchases. All its terms are positive. It equals Fader, Hardie & Lee's (2005) equation 9 with its ₂F₁, which
 * has poles at a = 1 and a + b = 1 that this has not.
 */
export function expectedPurchases(customer: AliveCustomer, t: number): number {
  if (t <= 0) return 0;
  const { r, alpha, a, b } = customer;
  if (!isSummable(customer, t)) {
    const bought = (p: number) => -Math.expm1(-r * Math.log1p((p * t) / alpha)) / p;
    return betaExpectation({ at: bought, atZero: (r * t) / alpha, steepness: 1 + r + (r * t) / alpha }, a, b);
  }
  const z = t / (alpha + t);
  let share = probabilityOfNoEvent(customer, t);
  let [staying, counted, sum] = [1, 0, 0];
  for (let k = 1; ; k += 1) {
    share *= ((r + (k - 1)) / k) * z;
    counted += staying;
    staying *= (b + (k - 1)) / (a + b + (k - 1));
    const term = share * counted;
    sum += term;
    if (isLast(term, sum, ((r + k) / k) * z)) return sum;
  }
}

/** P(alive at t): Σ P(n purchases if nobody left)·Sₙ. */
export function probabilityOfStaying(customer: AliveCustomer, t: number): number {
  if (t <= 0) return 1;
  const { r, alpha, a, b } = customer;
  if (!isSummable(customer, t)) {
    const stays = (p: number) => Math.exp(-r * Math.log1p((p * t) / alpha));
    return betaExpectation({ at: stays, atZero: 1, steepness: 1 + r + (r * t) / alpha }, a, b);
  }
  const z = t / (alpha + t);
  let share = probabilityOfNoEvent(customer, t);
  let [staying, sum] = [1, share];
  for (let k = 1; ; k += 1) {
    share *= ((r + (k - 1)) / k) * z;
    staying *= (b + (k - 1)) / (a + b + (k - 1));
    const term = share * staying;
    sum += term;
    if (isLast(term, sum, ((r + k) / k) * z)) return Math.min(1, sum);
  }
}

/**
 * P(n purchases in (0, t]), n = 0 … upTo: alive after all n, or gone with the n-th.
 *
 * Source: Fader, Hardie & Lee (2005), equation 8.
 */
export function purchaseProbabilities(customer: AliveCustomer, t: number, upTo: number): Float64Array {
  const { a, b } = customer;
  const counts = negativeBinomial(customer, t, upTo);
  const probabilities = new Float64Array(upTo + 1);
  const tails = new Float64Array(upTo + 1);
  let tail = t > 0 ? negativeBinomialTail(customer, t, upTo + 1) : 0;
  for (let n = upTo; n >= 0; n -= 1) {
    tail += counts[n]!;
    tails[n] = tail;
  }
  let staying = 1;
  for (let n = 0; n <= upTo; n += 1) {
    probabilities[n] =
      n === 0 ? counts[0]! : (staying * ((b + (n - 1)) * counts[n]! + a * tails[n]!)) / (a + b + (n - 1));
    if (n > 0) staying *= (b + (n - 1)) / (a + b + (n - 1));
  }
  return probabilities;
}

function isSummable({ r, alpha }: AliveCustomer, t: number): boolean {
  const mean = (r * t) / alpha;
  const spread = Math.sqrt(mean * (1 + t / alpha));
  const terms = mean + 9 * spread + 40 / Math.log1p(alpha / t);
  return terms < mostTerms && r * Math.log1p(t / alpha) < 600;
}

/** Whether what follows a term, at most a geometric series of that ratio, is below the last digit. */
function isLast(term: number, sum: number, ratio: number): boolean {
  return !(ratio >= 1) && !(term * ratio > 1e-16 * sum * (1 - ratio));
}
