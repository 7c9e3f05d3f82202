/** What text needs at least to be read (WCAG 2.2 AA, 1.4.3), and what lines and marks need to be seen (1.4.11). */
export const least = { text: 4.5, mark: 3 } as const;

export interface ColorPair {
  readonly front: string;
  readonly back: string;
  readonly kind: keyof typeof least;
}

const grounds = ['--paper', '--surface', '--sunken'] as const;
const tones = ['good', 'attention', 'bad'] as const;
const series = [1, 2, 3, 4, 5] as const;

const pairs = (fronts: readonly string[], backs: readonly string[], kind: ColorPair['kind']): readonly ColorPair[] =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, kind })));

/** Every two colours that stand on one another somewhere in the dashboard. */
export const colorPairs: readonly ColorPair[] = [
  ...pairs(['--ink', '--ink-soft', '--ink-faint', '--accent', '--accent-strong'], grounds, 'text'),
  ...pairs(['--ink', '--ink-soft'], ['--neutral-soft', '--raised'], 'text'),
  ...pairs(['--on-accent'], ['--accent', '--accent-strong'], 'text'),
  ...tones.flatMap((tone) => pairs([`--${tone}`], [`--${tone}-soft`, '--surface'], 'text')),
  ...pairs(['--paper'], ['--ink'], 'text'),
  ...pairs(['--focus', '--line-field'], grounds, 'mark'),
  ...series.flatMap((index) => pairs([`--series-${index}`], ['--surface'], 'mark')),
];
