import { AdapterError, type PlatformPulls, type PulledPage } from '@regulars/adapter-contracts';
import { fail, minuteMs, ok, type Instant, type Result } from '@regulars/core/shared';
import { applyPage, type ApplyPageDeps } from './apply-page.ts';
import type { Claim } from './claim-pull.ts';
import { gatherPages } from './gather-pages.ts';
import { inTime } from './wait-unless.ts';

export interface ReadPagesDeps extends ApplyPageDeps {
  readonly monotonicMs: () => number;
}

export interface PageSource {
  readonly pulls: PlatformPulls;
  readonly adapterId: string;
  /** Stops the reading at once; the page in hand is read again by whoever comes next. */
  readonly signal: AbortSignal;
  /**
   * How long to read before others have their turn, from the first page on: what it takes to get to one, as the way through a
   * file that was read up to there, would be in vain otherwise.
   */
  readonly turnMs: number;
}

/** `lost`: the pull is not ours any more, and nothing is to be settled. `failed`: what the adapter threw. */
export type ReadingEnd =
  | { readonly kind: 'done' | 'turnOver' | 'stopped' | 'lost' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** A page may be many calls, and each may have to wait for the store's limit; one that never comes must not be waited for. */
export const longestPageMs = 15 * minuteMs;

const tooLate = new AdapterError('The store did not give a page within a quarter of an hour.', {
  kind: 'unavailable',
  outcome: 'notDone',
});

/**
 * Reads page after page and keeps each as soon as it is there; small ones that come fast together. While one is kept the next
 * is asked for, so there are never more than two: the one being kept, and the one on its way.
 */
export async function readPages(
  deps: ReadPagesDeps,
  claim: Claim,
  { pulls, adapterId, signal, turnMs }: PageSource,
  onPage: () => void,
): Promise<ReadingEnd> {
  const { resource, updatedFrom, cursor } = claim.pull;
  const pages = gatherPages(pulls[resource]({ updatedFrom, cursor }), deps.monotonicMs);
  let knownNow: Instant = claim.claimedAt;
  let askedAt = knownNow;
  let coming = askForPage(pages);
  let turnEndsMs: number | null = null;
  try {
    for (;;) {
      const read = await inTime(signal, coming, longestPageMs);
      if (read === 'stopped') return { kind: 'stopped' };
      if (read === 'late') return { kind: 'failed', error: tooLate };
      if (!read.ok) return { kind: 'failed', error: read.failure };
      const page = { ...read.value, adapterId, askedAt };
      turnEndsMs ??= deps.monotonicMs() + turnMs;
      const isTurnOver = deps.monotonicMs() >= turnEndsMs;
      if (page.next !== null && !isTurnOver) {
        askedAt = knownNow;
        coming = askForPage(pages);
      }
      const keptAt = await applyPage(deps, claim, page);
      if (keptAt === null) return { kind: 'lost' };
      knownNow = keptAt;
      onPage();
      if (page.next === null) return { kind: 'done' };
      if (isTurnOver) return { kind: 'turnOver' };
    }
  } finally {
    // Not waited for: what is on its way may take as long as the platform likes.
    void pages.return(undefined).catch(() => undefined);
  }
}

/** What is thrown is looked at when the page before it is kept. */
async function askForPage(pages: AsyncIterator<PulledPage>): Promise<Result<PulledPage, unknown>> {
  try {
    const read = await pages.next();
    return ok(read.done === true ? { events: [], next: null } : read.value);
  } catch (error) {
    return fail(error);
  }
}
