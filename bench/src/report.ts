/** One measured figure beside its yardstick of the same run. */
export interface Figure {
  readonly name: string;
  readonly perSecond: number;
  readonly details: string;
  /** What the plain library alone does. */
  readonly baseline?: { readonly name: string; readonly perSecond: number };
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  process.stdout.write(`\n${title}\n`);
  for (const { name, perSecond, details, baseline } of figures) {
    const ratio = baseline === undefined ? '' : `   ${(perSecond / baseline.perSecond).toFixed(2)} × ${baseline.name}`;
    process.stdout.write(`  ${name.padEnd(44)} ${String(Math.round(perSecond)).padStart(8)}/s   ${details}${ratio}\n`);
  }
}
