import type { OrderCountSpan } from '@regulars/adapter-contracts';
import { dayMs, secondMs, toInstant, type Instant } from '@regulars/core/shared';

/** Closer than this it does not pay to look. */
const preciseMs = dayMs;

/**
 * Since when the numbers of orders are apart, to a day, by halving: a few counts instead of reading a whole store again.
 * What was one too many before and one too few after would not show; the next check would.
 *
 * @param span - within which they are apart.
 * @param areEqual - whether as many orders of a span are here as there; null when the platform would not say.
 * @returns a time at which they are not apart yet.
 */
export async function findApartFrom(
  span: OrderCountSpan,
  areEqual: (span: OrderCountSpan) => Promise<boolean | null>,
): Promise<Instant> {
  let { from, until } = span;
  while (until - from > preciseMs) {
    const middle = toInstant(Math.floor((from + until) / 2 / secondMs) * secondMs);
    const isEqual = await areEqual({ from, until: middle });
    if (isEqual === null) return from;
    if (isEqual) from = middle;
    else until = middle;
  }
  return from;
}
