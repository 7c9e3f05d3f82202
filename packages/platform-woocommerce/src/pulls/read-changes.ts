import { secondMs } from '@regulars/core/shared';
import { toGmtText } from '../gmt-text.ts';
import { toShortListError } from '../short-list-error.ts';
import { firstPosition, type ChangePosition } from './cursor.ts';
import type { PageReader } from './page-reader.ts';
import { readById } from './read-by-id.ts';
import { changedSecondOf, toResources, type Resource } from './resource.ts';

export interface ChangePage {
  readonly items: readonly Resource[];
  /** Null when this was the last. */
  readonly next: ChangePosition | null;
}

/**
 * Reads on in a list sorted by change. A numbered page would skip what moves to the end of the list while it is read, so
 * every page is the first one after a second that is done with. Within a second the order is anybody's guess: the last one
 * of a page is left to the next page, which has all of it, and one that fills a page by itself is read by id.
 */
export async function readChanges(
  reader: PageReader,
  endpoint: string,
  query: Readonly<Record<string, string>>,
  position: ChangePosition | null,
): Promise<ChangePage> {
  if (position?.within) return readSecond(reader, endpoint, query, position);
  const bound = position === null ? {} : { modified_after: toGmtText(position.second - 1) };
  const sorted = { ...query, ...bound, dates_are_gmt: 'true', orderby: 'modified', order: 'asc' };
  const { items: given, total, size } = await reader.read(endpoint, sorted);
  const items = toResources(given)
    .map((item) => ({ item, second: changedSecondOf(item) }))
    .toSorted((one, other) => one.second - other.second || one.item.id - other.item.id);
  const isAll = items.length >= total;
  const [first, last] = [items[0], items.at(-1)];
  if (isAll) return { items: items.map(({ item }) => item), next: null };
  if (first === undefined || last === undefined) throw toShortListError();
  if (first.second < last.second) {
    const whole = items.filter(({ second }) => second < last.second);
    return { items: whole.map(({ item }) => item), next: { second: last.second, within: null } };
  }
  // Fewer than were asked for, though there are more: what is missing may be later, or be this second's.
  if (items.length < size) throw toShortListError();
  return readSecond(reader, endpoint, query, { second: last.second, within: firstPosition });
}

async function readSecond(
  reader: PageReader,
  endpoint: string,
  query: Readonly<Record<string, string>>,
  { second, within }: ChangePosition,
): Promise<ChangePage> {
  const bounds = { modified_after: toGmtText(second - 1), modified_before: toGmtText(second + 1) };
  const only = { ...query, ...bounds, dates_are_gmt: 'true' };
  const { items, next } = await readById(reader, endpoint, only, within ?? firstPosition);
  return { items, next: next === null ? { second: second + 1, within: null } : { second, within: next } };
}

/** From which second on a pull of what changed since a time begins. */
export function toStart(updatedFromMs: number, marginMs: number): ChangePosition {
  return { second: Math.floor((updatedFromMs - marginMs) / secondMs), within: null };
}
