import type { PlatformEvent, PulledPage } from '@regulars/adapter-contracts';

/** As many as the larger platforms give on one page. A transaction of more costs hardly less for each. */
const enough = 250;
/** A store that takes longer for a page has it kept at once. */
const patienceMs = 200;

/**
 * Puts small pages together that come fast: a transaction costs the same for a hundred orders as for none. What was gathered
 * when a page fails is given before the failure is told.
 */
export async function* gatherPages(
  pages: AsyncIterable<PulledPage>,
  monotonicMs: () => number,
): AsyncGenerator<PulledPage> {
  let events: PlatformEvent[] = [];
  let next: string | null = null;
  let beganMs = monotonicMs();
  try {
    for await (const page of pages) {
      events.push(...page.events);
      next = page.next;
      if (next !== null && events.length < enough && monotonicMs() - beganMs < patienceMs) continue;
      yield { events, next };
      events = [];
      beganMs = monotonicMs();
    }
  } catch (error) {
    if (events.length > 0) yield { events, next };
    throw error;
  }
}
