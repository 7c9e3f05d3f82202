import type { DecimalMark } from './parse-amount.ts';

/**
 * Tells from the written amounts what stands before their cents. Where nothing tells, it is the point: a lone comma with
 * exactly three digits after it sets thousands apart.
 */
export function guessDecimalMark(amounts: Iterable<string>): DecimalMark {
  for (const amount of amounts) {
    const digits = amount.replaceAll(/[^\d.,]/g, '').replace(/[.,]$/, '');
    const lastPoint = digits.lastIndexOf('.');
    const lastComma = digits.lastIndexOf(',');
    if (lastPoint < 0 && lastComma < 0) continue;
    const last = Math.max(lastPoint, lastComma);
    const mark: DecimalMark = lastComma > lastPoint ? ',' : '.';
    const other = mark === ',' ? '.' : ',';
    if (lastPoint >= 0 && lastComma >= 0) return mark;
    // The same sign twice sets thousands apart.
    if (digits.indexOf(mark) !== last) return other;
    if (digits.length - last - 1 !== 3 || last > 3 || digits.startsWith('0')) return mark;
  }
  return '.';
}
