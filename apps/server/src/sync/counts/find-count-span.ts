import type { OrderCountSpan } from '@regulars/adapter-contracts';
import { dayMs, hourMs, plus, secondMs, toInstant, type Instant } from '@regulars/core/shared';

/** What was placed since then may still be on its way. */
const settlingMs = hourMs;
/** Without a back-fill no more than the last days can be expected here. */
const daysWithoutBackfill = 30;

/**
 * Which orders should be here: those placed since the back-fill began to read, up to an hour ago. Times are whole
 * seconds, as platforms keep them: otherwise the last second would be counted there and not here.
 *
 * @param backfillStart - `'always'` when it read everything; null when there was none.
 */
export function findCountSpan(now: Instant, backfillStart: Instant | 'always' | null): OrderCountSpan {
  const until = toSecond(now - settlingMs);
  if (backfillStart === null) return { from: plus(until, -daysWithoutBackfill * dayMs), until };
  return { from: toSecond(backfillStart === 'always' ? 0 : Math.min(backfillStart, until)), until };
}

function toSecond(epochMs: number): Instant {
  return toInstant(Math.floor(epochMs / secondMs) * secondMs);
}
