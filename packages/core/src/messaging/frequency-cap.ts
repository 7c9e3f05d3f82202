import { dayMs, hourMs, type Instant } from '../shared/instant.ts';

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

/** Whether one more message now would exceed a cap. `sentAt` counts what was sent and what may have been, in any order. */
export function exceedsCap(sentAt: readonly Instant[], caps: readonly FrequencyCap[], now: Instant): boolean {
  return caps.some((cap) => sentAt.filter((at) => at > now - cap.withinMs).length >= cap.messages);
}
