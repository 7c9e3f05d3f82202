import { dayMs, hourMs, plus, type Instant } from '../shared/instant.ts';

/** At most `messages` marketing messages to one recipient within any span of `withinMs`. */
export interface FrequencyCap {
  readonly messages: number;
  readonly withinMs: number;
}

/** One in 16 hours and three in a week. */
export const defaultFrequencyCaps: readonly FrequencyCap[] = [
  { messages: 1, withinMs: 16 * hourMs },
  { messages: 3, withinMs: 7 * dayMs },
];

/** A cap that lets nothing pass now, and when the oldest message that counts leaves its span. */
export interface ReachedCap extends FrequencyCap {
  readonly freeAt: Instant;
}

/**
 * The cap that one more message now would exceed, of several the one that holds longest; null when it may go.
 *
 * @param sentAt what was sent and what may have been, in any order.
 * @example
 * ```ts
 * findReachedCap([plus(now, -hourMs)], defaultFrequencyCaps, now); // { messages: 1, withinMs: 16 h, freeAt: in 15 h }
 * ```
 */
export function findReachedCap(
  sentAt: readonly Instant[],
  caps: readonly FrequencyCap[],
  now: Instant,
): ReachedCap | null {
  const reached = caps.flatMap((cap) => {
    const counted = sentAt.filter((at) => at > now - cap.withinMs).sort((a, b) => b - a);
    // One more passes when fewer than `messages` are left: when the nth newest has left the span.
    const last = counted[cap.messages - 1];
    return counted.length < cap.messages || last === undefined ? [] : [{ ...cap, freeAt: plus(last, cap.withinMs) }];
  });
  return reached.sort((a, b) => b.freeAt - a.freeAt)[0] ?? null;
}
