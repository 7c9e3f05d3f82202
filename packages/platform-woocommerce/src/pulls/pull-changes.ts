import { setImmediate } from 'node:timers/promises';
import type { PlatformEvent, PulledPage, PullStart } from '@regulars/adapter-contracts';
import { minuteMs } from '@regulars/core/shared';
import { parseChangeCursor, toChangeCursor } from './cursor.ts';
import type { PageReader } from './page-reader.ts';
import { readChanges, toStart } from './read-changes.ts';
import type { Resource } from './resource.ts';

/** What is pulled, and what is made of each. */
export interface ChangeSource {
  readonly endpoint: string;
  readonly query: Readonly<Record<string, string>>;
  readonly toEvents: (item: Resource) => Promise<readonly PlatformEvent[]> | readonly PlatformEvent[];
}

/** The shop's clock is its own, and a change is seen a little after the time it bears. */
const marginMs = 5 * minuteMs;

/** So many are read at a stretch: a whole page at once would keep all else in the process waiting. */
const stretch = 10;

/** Reads a list by change, the oldest first; no page is asked for before the last one was taken. */
export async function* pullChanges(
  reader: PageReader,
  source: ChangeSource,
  { updatedFrom, cursor }: PullStart,
): AsyncGenerator<PulledPage> {
  const start = updatedFrom === null ? null : toStart(updatedFrom, marginMs);
  let position = cursor === null ? start : parseChangeCursor(cursor);
  do {
    const page = await readChanges(reader, source.endpoint, source.query, position);
    const events: PlatformEvent[] = [];
    for (const [index, item] of page.items.entries()) {
      if (index % stretch === stretch - 1) await setImmediate();
      events.push(...(await source.toEvents(item)));
    }
    position = page.next;
    yield { events, next: position === null ? null : toChangeCursor(position) };
  } while (position !== null);
}
