/**
 * How alike two short texts are: 0 for nothing in common, 1 for equal. Jaro's similarity, raised by Winkler for a common
 * start of up to four letters (weight 0.1).
 *
 * Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
 * Linkage", 1990.
 *
 * @example
 * ```ts
 * jaroWinkler('martha', 'marhta'); // 0.961…
 * ```
 */
export function jaroWinkler(first: string, second: string): number {
  const jaro = jaroSimilarity(first, second);
  let prefix = 0;
  while (prefix < 4 && prefix < first.length && first[prefix] === second[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroSimilarity(first: string, second: string): number {
  if (first === second) return 1;
  const reach = Math.max(0, Math.floor(Math.max(first.length, second.length) / 2) - 1);
  const takenInSecond = new Set<number>();
  const commonOfFirst: string[] = [];
  for (let position = 0; position < first.length; position += 1) {
    const from = Math.max(0, position - reach);
    const to = Math.min(second.length - 1, position + reach);
    for (let other = from; other <= to; other += 1) {
      if (takenInSecond.has(other) || first[position] !== second[other]) continue;
      takenInSecond.add(other);
      commonOfFirst.push(second.charAt(other));
      break;
    }
  }
  const common = commonOfFirst.length;
  if (common === 0) return 0;
  const commonOfSecond = [...takenInSecond].sort((a, b) => a - b).map((position) => second.charAt(position));
  const outOfOrder = commonOfFirst.filter((letter, index) => letter !== commonOfSecond[index]).length;
  return (common / first.length + common / second.length + (common - outOfOrder / 2) / common) / 3;
}
