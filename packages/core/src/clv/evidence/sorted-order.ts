const digitBits = 16;
const digits = 1 << digitBits;
/** Up to so many values, to compare them takes less time than to count digits. */
const fewValues = 2_000;

/**
 * The places of the values from the least to the greatest; equal values keep their order. Linear in the number of
 * values, where they are many.
 *
 * Source: Knuth, The Art of Computer Programming 3, §5.2.5, radix sorting from the lowest digit; the bits of IEEE 754
 * numbers stand in the numbers' own order once negative ones are inverted.
 *
 * @param values no NaN.
 * @example
 * ```ts
 * sortedOrder([2.5, -1, 2.5]); // [1, 0, 2]
 * ```
 */
export function sortedOrder(values: ArrayLike<number>): Uint32Array {
  let order = new Uint32Array(values.length);
  for (let place = 0; place < order.length; place += 1) order[place] = place;
  if (order.length <= fewValues) return order.sort((one, other) => values[one]! - values[other]! || one - other);
  const keys = toKeys(values);
  let other = new Uint32Array(values.length);
  for (let digit = 0; digit < 4; digit += 1) {
    if (!placeByDigit(keys, digit, order, other)) continue;
    [order, other] = [other, order];
  }
  return order;
}

/** The four digits of each value, lowest first. */
function toKeys(values: ArrayLike<number>): Uint16Array {
  const numbers = new Float64Array(values);
  const words = new Uint32Array(numbers.buffer);
  for (let place = 0; place < numbers.length; place += 1) {
    const high = words[2 * place + 1]!;
    const isNegative = high >>> 31 === 1;
    words[2 * place + 1] = isNegative ? ~high : high | 0x8000_0000;
    if (isNegative) words[2 * place] = ~words[2 * place]!;
  }
  return new Uint16Array(numbers.buffer);
}

/** Places by one digit; does nothing, and says so, when all values have the same. */
function placeByDigit(keys: Uint16Array, digit: number, from: Uint32Array, to: Uint32Array): boolean {
  const next = new Uint32Array(digits + 1);
  for (let place = 0; place < from.length; place += 1) next[keys[4 * place + digit]! + 1]! += 1;
  if (next[(keys[digit] ?? 0) + 1] === from.length) return false;
  for (let value = 1; value <= digits; value += 1) next[value]! += next[value - 1]!;
  for (const place of from) {
    const value = keys[4 * place + digit]!;
    to[next[value]!] = place;
    next[value]! += 1;
  }
  return true;
}
