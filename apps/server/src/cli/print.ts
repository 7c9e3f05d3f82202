/** Options every listing command takes. */
export interface PrintOptions {
  readonly json?: true;
}

/** One JSON document on stdout and nothing else, or lines for a person. */
export function print(value: unknown, lines: () => readonly string[], { json }: PrintOptions): void {
  process.stdout.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : `${lines().join('\n')}\n`);
}

/** Columns as wide as their widest cell. */
export function toTable(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(header), ...rows.map(line)];
}
