import type { Separator } from './row-format.ts';

const candidates = [';', '\t', '|', ','] as const;
const linesLookedAt = 100;

/**
 * Guesses what sets cells apart: the sign that splits every line into equally many, the most of all. Blanks only where
 * no sign does. null where nothing splits the lines, so that there is but one column.
 */
export function guessSeparator(sample: string): Separator | null {
  const best = candidates
    .map((sign) => ({ sign, width: widthOf(linesOf(withoutQuoted(sample, sign)), (line) => line.split(sign).length) }))
    .reduce((best, next) => (next.width > best.width ? next : best));
  if (best.width > 1) return best.sign;
  return widthOf(linesOf(sample), (line) => line.trim().split(/[ \t]+/).length) > 1 ? 'whitespace' : null;
}

/** A quoted cell, in which the sign and line ends are letters, begins where a cell does; other quotes are letters too. */
function withoutQuoted(sample: string, sign: string): string {
  return sample.replaceAll(new RegExp(`(^|[\\n${sign}])"[^"]*(?:""[^"]*)*"`, 'g'), '$1');
}

function linesOf(sample: string): readonly string[] {
  return sample
    .split('\n')
    .slice(0, linesLookedAt)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

/** How many cells the lines have; 0 where they do not agree, though some may be spoilt. */
function widthOf(lines: readonly string[], split: (line: string) => number): number {
  const widths = lines.map(split);
  const first = widths[0] ?? 0;
  return widths.filter((width) => width === first).length >= 0.8 * widths.length ? first : 0;
}
