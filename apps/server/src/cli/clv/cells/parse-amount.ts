/** What stands before the cents. */
export type DecimalMark = '.' | ',';

/** What `parseAmount` says of a cell that is no amount. */
export const noAmount = Number.NaN;

const zero = 48;
const minus = 45;
const point = 46;
/** 10⁰ … 10²²: all powers of ten that a double holds exactly, so that one division rounds as decimal reading should. */
const powersOfTen = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const maxDigits = 15;

/**
 * Reads an amount from bytes: `1234.50` at once; with a decimal comma, groups of thousands, a currency's sign or code
 * before or after, a sign on either side or the accountants' parentheses, by way of its text.
 */
export function parseAmount(bytes: Uint8Array, start: number, end: number, mark: DecimalMark): number {
  let at = start;
  const isNegative = bytes[at] === minus;
  if (isNegative) at += 1;
  const digitsFrom = at;
  let digits = 0;
  let value = 0;
  let decimals = 0;
  for (; at < end; at += 1) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
    digits += 1;
  }
  if (at < end && bytes[at] === point && mark === '.' && at > digitsFrom) {
    for (at += 1; at < end; at += 1) {
      const digit = bytes[at]! - zero;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      digits += 1;
      decimals += 1;
    }
  }
  if (at < end || digits === 0 || digits > maxDigits) return parseWrittenAmount(bytes, start, end, mark);
  const amount = value / powersOfTen[decimals]!;
  return isNegative ? -amount : amount;
}

const decoder = new TextDecoder();
const written = {
  '.': /^(\d{1,3}(?:[,'’ \u00a0\u202f]\d{2,3})*[,'’ \u00a0\u202f]\d{3}|\d+)?(?:\.(\d*))?$/,
  ',': /^(\d{1,3}(?:[.'’ \u00a0\u202f]\d{2,3})*[.'’ \u00a0\u202f]\d{3}|\d+)?(?:,(\d*))?$/,
} as const;

/** `7,-` and `7.–` are how some countries write that there are no cents. */
const wholeSign = /(\d)[.,][-–—]+/;

function parseWrittenAmount(bytes: Uint8Array, start: number, end: number, mark: DecimalMark): number {
  if (end - start > 64) return noAmount;
  const text = decoder.decode(bytes.subarray(start, end)).replaceAll('\u2212', '-').replace(wholeSign, '$1');
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d{1,2}$/i.test(text)) return Number(text);
  const inParentheses = /^\((.*)\)$/.exec(text);
  const bare = (inParentheses?.[1] ?? text)
    .replace(/^([+-]?)\s*(?:\p{Sc}|\p{L}{1,3}\p{Sc}?|\p{L}{1,2}\.)\s*/u, '$1')
    .replace(/\s*(?:\p{Sc}|\p{L}{1,3}\.?)\s*([+-]?)$/u, '$1');
  const signed = /^([+-]?)\s*(.*?)\s*([+-]?)$/.exec(bare);
  const parts = written[mark].exec(signed?.[2] ?? '');
  const [whole, fraction] = [parts?.[1] ?? '', parts?.[2] ?? ''];
  if (parts === null || whole + fraction === '') return noAmount;
  const amount = Number(`${whole.replaceAll(/\D/g, '') || '0'}.${fraction || '0'}`);
  const isNegative = inParentheses !== null || signed?.[1] === '-' || signed?.[3] === '-';
  return isNegative ? -amount : amount;
}
