import { bernoulliNumbers } from './bernoulli-numbers.ts';

/** As many terms of the sum are added up one by one; what follows comes from its integral. */
const singleTerms = 10;

/** ζ(k) − 1 for k = 2, 3, …, 33, as the expansions of ln Γ and its derivatives around 2 need it. */
export const zetasMinusOne: Float64Array = Float64Array.from({ length: 32 }, (_, index) => zetaMinusOne(index + 2));

/** Source: DLMF 25.2.9, the Euler–Maclaurin formula. */
function zetaMinusOne(s: number): number {
  let correction = 0;
  let factor = s / 2 / singleTerms;
  for (let j = 0; j < bernoulliNumbers.length; j += 1) {
    correction += factor * bernoulliNumbers[j]!;
    factor *= ((s + 2 * j + 1) * (s + 2 * j + 2)) / ((2 * j + 3) * (2 * j + 4)) / singleTerms ** 2;
  }
  let sum = singleTerms ** -s * (singleTerms / (s - 1) - 0.5 + correction);
  for (let k = singleTerms; k > 1; k -= 1) sum += k ** -s;
  return sum;
}

/** γ. DLMF 5.2.3. */
export const eulerGamma = 0.5772156649015329;
