/** Douglas Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U. Source: https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const readAs: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/**
 * Writes the first `bitCount` bits of `bytes` in Crockford's base 32, most significant bit first.
 *
 * @param bitCount a multiple of 5, at most eight times the number of bytes.
 * @throws RangeError when `bitCount` is neither.
 * @example
 * ```ts
 * encodeBase32(new Uint8Array([0xff, 0x00]), 10); // 'ZW'
 * ```
 */
export function encodeBase32(bytes: Uint8Array, bitCount: number): string {
  if (bitCount % 5 !== 0 || bitCount > bytes.length * 8) {
    throw new RangeError('The number of bits is a multiple of 5 and lies within the bytes.');
  }
  let text = '';
  for (let start = 0; start < bitCount; start += 5) text += symbol(readFiveBits(bytes, start));
  return text;
}

/**
 * Appends a check symbol of the same alphabet (Luhn's algorithm in base 32: every single mistyped symbol is noticed and
 * nearly every swap of neighbours). Crockford's own check symbols (`*~$=U`) do not survive in shops' coupon fields.
 *
 * @throws RangeError when `text` holds anything but base 32 symbols.
 */
export function withCheckSymbol(text: string): string {
  const remainder = luhnSum(text, 2) % 32;
  return text + symbol((32 - remainder) % 32);
}

/** Whether the last symbol is the right check symbol for the ones before it; letters in either case, I, L, O forgiven. */
export function hasValidCheckSymbol(text: string): boolean {
  const canonical = toCanonicalBase32(text);
  return canonical !== null && canonical.length > 1 && luhnSum(canonical, 1) % 32 === 0;
}

/** The text in upper case with I, L and O read as 1, 1 and 0; null when it holds any other symbol. */
export function toCanonicalBase32(text: string): string | null {
  const canonical = text.toUpperCase().replace(/[ILO]/g, (letter) => readAs[letter] ?? letter);
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(canonical) ? canonical : null;
}

function readFiveBits(bytes: Uint8Array, start: number): number {
  let value = 0;
  for (let bit = start; bit < start + 5; bit += 1) {
    value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return value;
}

function luhnSum(text: string, firstFactor: 1 | 2): number {
  let factor: number = firstFactor;
  let sum = 0;
  for (let position = text.length - 1; position >= 0; position -= 1) {
    const digit = alphabet.indexOf(text.charAt(position));
    if (digit < 0) throw new RangeError('Only base 32 symbols have a check symbol.');
    const addend = digit * factor;
    sum += Math.floor(addend / 32) + (addend % 32);
    factor = factor === 2 ? 1 : 2;
  }
  return sum;
}

function symbol(value: number): string {
  return alphabet.charAt(value);
}
