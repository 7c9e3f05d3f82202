/**
 * The exact product of two plain decimals of zero or more, e.g. a price and a quantity, so that rounding happens once and
 * at the end.
 *
 * @throws RangeError for anything that is no plain decimal, such as `1e-7` or `-1`.
 * @example
 * ```ts
 * multiplyDecimals('0.125', '1000'); // '125.000'
 * ```
 */
export function multiplyDecimals(first: string, second: string): string {
  const factors = [first, second].map(toDigits);
  const decimals = factors.reduce((sum, factor) => sum + factor.decimals, 0);
  const digits = String(factors.reduce((product, factor) => product * factor.digits, 1n)).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

function toDigits(decimal: string): { readonly digits: bigint; readonly decimals: number } {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === undefined) throw new RangeError('A factor is no plain decimal.');
  return { digits: BigInt(whole + fraction), decimals: fraction.length };
}
