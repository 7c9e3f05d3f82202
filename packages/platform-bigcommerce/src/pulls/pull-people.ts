import { AdapterError, type PulledPage, type PullStart } from '@regulars/adapter-contracts';
import type { Instant } from '@regulars/core/shared';
import { readSubscriber } from '../resources/read-people.ts';
import type { RawRow } from './changed-row.ts';
import { pageSize, pullChanges, type ChangeSource } from './pull-changes.ts';
import { toPageEvents } from './to-page-events.ts';

/** Subscribers that changed at `from` or later; BigCommerce sorts them by nothing but their number. */
type ReadSubscribers = (from: Instant | null, page: number) => Promise<readonly RawRow[]>;

/** Marks the cursors of the second half. */
const mark = 'subscribers:';

/** Customers first, then what addresses consented to, so that a consent finds its customer there. */
export async function* pullPeople(
  customers: ChangeSource<RawRow>,
  readSubscribers: ReadSubscribers,
  start: PullStart,
): AsyncGenerator<PulledPage> {
  const { updatedFrom, cursor } = start;
  const isSecondHalf = cursor?.startsWith(mark) ?? false;
  if (!isSecondHalf) {
    for await (const page of pullChanges(customers, start)) yield { ...page, next: page.next ?? `${mark}1` };
  }
  let page = isSecondHalf ? parsePage(cursor ?? '') : 1;
  for (;;) {
    const rows = await readSubscribers(updatedFrom, page);
    const events = rows.flatMap(({ id, raw }) => toPageEvents('subscriber', id, readSubscriber(raw)));
    const isLast = rows.length < pageSize;
    page += 1;
    yield { events, next: isLast ? null : `${mark}${page}` };
    if (isLast) return;
  }
}

function parsePage(cursor: string): number {
  const page = Number(cursor.slice(mark.length));
  if (Number.isSafeInteger(page) && page > 0) return page;
  throw new AdapterError('This is no cursor of this adapter.', { kind: 'invalid', outcome: 'notDone' });
}
