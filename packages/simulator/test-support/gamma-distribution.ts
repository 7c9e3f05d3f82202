/**
 * The distribution function of a gamma law of unit rate: the regularised incomplete gamma function P(shape, x), by its
 * series (DLMF 8.11.4). Good to 1e-12 for the shapes and values of these tests.
 */
export function gammaDistribution(shape: number, x: number): number {
  if (x <= 0) return 0;
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; term > sum * 1e-15; k += 1) {
    term *= x / (shape + k);
    sum += term;
  }
  return Math.min(1, sum * Math.exp(shape * Math.log(x) - x - logGamma(shape)));
}

/** Stirling's series after moving the argument above 10 (DLMF 5.11.1). */
function logGamma(value: number): number {
  let [x, shift] = [value, 0];
  while (x < 10) {
    shift += Math.log(x);
    x += 1;
  }
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift;
}
