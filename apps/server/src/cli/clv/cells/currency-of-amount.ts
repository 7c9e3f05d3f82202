const zero = 48;
const longestAmount = 64;
/** Signs that stand for one currency only. `$` and `kr` are the money of many countries. */
const codes: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₹': 'INR', '₽': 'RUB', '₩': 'KRW' };

/** No longer than those that `parseAmount` knows: a cell of other words is no amount. */
const before = /^[^\p{L}\p{Sc}\d]*([\p{L}\p{Sc}]{1,4})[^\p{L}\p{Sc}]*\d/u;
const after = /\d[^\p{L}\p{Sc}\d]*([\p{L}\p{Sc}]{1,4})[^\p{L}\p{Sc}\d]*$/u;

const decoder = new TextDecoder();

/** The currency that an amount bears before or after its digits, as `EUR` in `EUR 12.30` and in `12,30 €`; '' for none. */
export function currencyOfAmount(bytes: Uint8Array, start: number, end: number): string {
  if ((isDigit(bytes[start]!) && isDigit(bytes[end - 1]!)) || end - start > longestAmount) return '';
  const text = decoder.decode(bytes.subarray(start, end));
  const [, sign = ''] = before.exec(text) ?? after.exec(text) ?? [];
  return codes[sign] ?? sign.toUpperCase();
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= zero + 9;
}
