import type { Separator } from './row-format.ts';

const candidates = [';', '\t', '|', ','] as const;
const linesLookedAt = 100;

/**
 * Guesses what sets cells apart: the sign that splits every line into equally many, the most of all. Blanks only where
 * no sign does. null where nothing splits the lines, so that there is but one column.
 */
export function guessSeparator(sample: string): Separator | null {
  const lines = sample
    .split('\n')
    .slice(0, linesLookedAt)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
  const widthOf = (split: (line: string) => number): number => {
    const widths = lines.map(split);
    const first = widths[0] ?? 0;
    // A cell may hold a line end or the sign itself within its quotes, and one line may be spoilt.
    return widths.filter((width) => width === first).length >= 0.8 * widths.length ? first : 0;
  };
  const best = candidates
    .map((sign) => ({ sign, width: widthOf((line) => withoutQuoted(line).split(sign).length) }))
    .reduce((best, next) => (next.width > best.width ? next : best));
  if (best.width > 1) return best.sign;
  return widthOf((line) => line.trim().split(/[ \t]+/).length) > 1 ? 'whitespace' : null;
}

function withoutQuoted(line: string): string {
  return line.replaceAll(/"(?:[^"]|"")*"/g, '');
}
