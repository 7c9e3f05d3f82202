import type { PlatformEvent, PulledPage, PullStart } from '@regulars/adapter-contracts';
import { plus, secondMs, type Instant } from '@regulars/core/shared';
import { beginAt, isNew, parseCursor, toNextCursor, type ChangedRow } from './change-cursor.ts';

/** As many as BigCommerce gives at once. */
export const pageSize = 250;

export interface ChangeSource<Row extends ChangedRow> {
  /** Rows that changed at `from` or later, and perhaps some from before; the one changed longest ago first. */
  readPage(from: Instant | null, page: number): Promise<readonly Row[]>;
  toEvents(rows: readonly Row[]): Promise<readonly PlatformEvent[]>;
}

/** What is written while a list is read may show up a moment late. */
const overlapMs = 2 * secondMs;

/** Reads page by page, each asked for when the last was taken. */
export async function* pullChanges<Row extends ChangedRow>(
  source: ChangeSource<Row>,
  { updatedFrom, cursor }: PullStart,
): AsyncGenerator<PulledPage> {
  let next =
    cursor === null ? beginAt(updatedFrom === null ? null : plus(updatedFrom, -overlapMs)) : parseCursor(cursor);
  for (;;) {
    const at = next;
    const rows = await source.readPage(at.from, at.page);
    const events = await source.toEvents(rows.filter((row) => isNew(at, row)));
    if (rows.length < pageSize) {
      yield { events, next: null };
      return;
    }
    next = toNextCursor(at, rows);
    yield { events, next: JSON.stringify(next) };
  }
}
