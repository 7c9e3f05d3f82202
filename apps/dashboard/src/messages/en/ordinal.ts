const words = ['first', 'second', 'third', 'fourth', 'fifth'];
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const rules = new Intl.PluralRules('en', { type: 'ordinal' });

/** The how-manieth, from one: `second`, `21st`. */
export function ordinal(n: number): string {
  return words[n - 1] ?? `${n}${endings[rules.select(n)] ?? ''}`;
}
