/**
 * Metrics are asked by programs, so what they cannot mean is a mistake of the program's.
 *
 * @throws RangeError when columns differ in length, or hold what is not finite.
 */
export function checkColumns(columns: Readonly<Record<string, ArrayLike<number>>>): void {
  const entries = Object.entries(columns);
  const size = entries[0]?.[1].length ?? 0;
  for (const [name, column] of entries) {
    if (column.length !== size) throw new RangeError(`${name} has ${column.length} values, not ${size}.`);
    for (let place = 0; place < size; place += 1) {
      if (!Number.isFinite(column[place])) throw new RangeError(`${name}[${place}] is not finite.`);
    }
  }
}
