import { countShareTerms, toShareArgument } from './mean-gamma-share.ts';

/**
 * The series of `meanGammaShare` for one pair of shapes, to be summed for many pairs of rates: coefficients fₙ, and their
 * derivatives by k and by b, of which b is p + 1 where X has the greater rate and q where Y has it.
 */
export interface GammaShareSeries {
  readonly p: number;
  readonly q: number;
  readonly hasGreaterRate: boolean;
  readonly terms: number;
  /** f, f_k, f_b, f_kk, f_kb, f_bb of n = 0, then of n = 1, …; room may be left behind the last. */
  readonly coefficients: Float64Array;
}

const stride = 6;

/**
 * The series up to the terms that these rates need; for rates nearer to each other, and ordered alike, it serves, too.
 *
 * @param scratch where the coefficients may be put, if there is room.
 */
export function gammaShareSeries(
  { p, q }: { readonly p: number; readonly q: number },
  { P, Q }: { readonly P: number; readonly Q: number },
  scratch: Float64Array,
): GammaShareSeries {
  const terms = countShareTerms(toShareArgument(P, Q));
  const coefficients = scratch.length >= terms * stride ? scratch : new Float64Array(terms * stride);
  const hasGreaterRate = P > Q;
  fill(coefficients, terms, p + q, hasGreaterRate ? p + 1 : q);
  return { p, q, hasGreaterRate, terms, coefficients };
}

/** The recurrence (n + k) fₙ = (4b − 2k) fₙ₋₁ + (n − 2 − k) fₙ₋₂ of `meanGammaShare`, and its derivatives. */
function fill(c: Float64Array, terms: number, k: number, b: number): void {
  c.fill(0, 0, 2 * stride);
  c[0] = 1;
  const inverse = 1 / (k + 1);
  const first = stride;
  c[first] = 4 * b * inverse;
  c[first + 1] = -4 * b * inverse * inverse;
  c[first + 2] = 4 * inverse;
  c[first + 3] = 8 * b * inverse * inverse * inverse;
  c[first + 4] = -4 * inverse * inverse;
  const m = 4 * b - 2 * k;
  for (let n = 2; n < terms; n += 1) {
    const at = n * stride;
    const one = at - stride;
    const two = one - stride;
    // Without fₙ₋₂ at n = 2.
    const present = n === 2 ? 0 : 1;
    const l = present * (n - 2 - k);
    const d = 1 / (n + k);
    const f = d * (m * c[one]! + l * c[two]!);
    const fk = d * (m * c[one + 1]! + l * c[two + 1]! - 2 * c[one]! - present * c[two]! - f);
    const fb = d * (m * c[one + 2]! + l * c[two + 2]! + 4 * c[one]!);
    c[at] = f;
    c[at + 1] = fk;
    c[at + 2] = fb;
    c[at + 3] = d * (m * c[one + 3]! + l * c[two + 3]! - 4 * c[one + 1]! - 2 * present * c[two + 1]! - 2 * fk);
    c[at + 4] =
      d * (m * c[one + 4]! + l * c[two + 4]! - 2 * c[one + 2]! + 4 * c[one + 1]! - present * c[two + 2]! - fb);
    c[at + 5] = d * (m * c[one + 5]! + l * c[two + 5]! + 8 * c[one + 2]!);
  }
}

/**
 * ln S with S = E[X / (X + Y)], and its derivatives by p, by q and by θ = ln P/Q, into `jet`:
 * ln S, S_p, S_q, S_θ, S_pp, S_pq, S_qq, S_pθ, S_qθ, S_θθ (each of ln S).
 *
 * Source: Horner's scheme for the series and its derivatives by τ = |tanh ¼θ|; then the chain rule.
 */
export function sumGammaShareSeries(series: GammaShareSeries, P: number, Q: number, jet: Float64Array): void {
  const { p, q, hasGreaterRate, coefficients: c } = series;
  const tau = toShareArgument(P, Q);
  const terms = Math.min(countShareTerms(tau), series.terms);
  let [f, fk, fb, fkk, fkb, fbb] = [0, 0, 0, 0, 0, 0];
  let [ft, fkt, fbt, halfFtt] = [0, 0, 0, 0];
  for (let at = (terms - 1) * stride; at >= 0; at -= stride) {
    halfFtt = halfFtt * tau + ft;
    ft = ft * tau + f;
    fkt = fkt * tau + fk;
    fbt = fbt * tau + fb;
    f = f * tau + c[at]!;
    fk = fk * tau + c[at + 1]!;
    fb = fb * tau + c[at + 2]!;
    fkk = fkk * tau + c[at + 3]!;
    fkb = fkb * tau + c[at + 4]!;
    fbb = fbb * tau + c[at + 5]!;
  }
  // Of ln F by k, b and τ.
  const inverse = 1 / f;
  const k1 = fk * inverse;
  const b1 = fb * inverse;
  const t1 = ft * inverse;
  const kk = fkk * inverse - k1 * k1;
  const kb = fkb * inverse - k1 * b1;
  const bb = fbb * inverse - b1 * b1;
  const kt = fkt * inverse - k1 * t1;
  const bt = fbt * inverse - b1 * t1;
  const tt = 2 * halfFtt * inverse - t1 * t1;
  // Of τ by θ.
  const slope = (hasGreaterRate ? 0.25 : -0.25) * (1 - tau * tau);
  const bend = -0.125 * tau * (1 - tau * tau);

  const sum = 1 / (p + q);
  const own = 1 / p;
  jet[0] = Math.log(p * sum * f);
  jet[3] = t1 * slope;
  jet[5] = kk + kb + sum * sum;
  jet[9] = tt * slope * slope + t1 * bend;
  const both = k1 + b1;
  const bothBoth = kk + 2 * kb + bb;
  const bothTheta = (kt + bt) * slope;
  if (hasGreaterRate) {
    jet[0] -= Math.log(P / Q);
    jet[3] -= 1;
    jet[1] = both + own - sum;
    jet[2] = k1 - sum;
    jet[4] = bothBoth - own * own + sum * sum;
    jet[6] = kk + sum * sum;
    jet[7] = bothTheta;
    jet[8] = kt * slope;
  } else {
    jet[1] = k1 + own - sum;
    jet[2] = both - sum;
    jet[4] = kk - own * own + sum * sum;
    jet[6] = bothBoth + sum * sum;
    jet[7] = kt * slope;
    jet[8] = bothTheta;
  }
}
