/** The later of two instants as the API writes them; null when there is neither. */
export function latestOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) < Date.parse(other) ? other : one;
}
