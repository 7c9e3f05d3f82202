import { toShortListError } from '../short-list-error.ts';
import type { IdPosition } from './cursor.ts';
import type { PageReader } from './page-reader.ts';
import { toResources, type Resource } from './resource.ts';

export interface IdPage {
  readonly items: readonly Resource[];
  /** Null when this was the last. */
  readonly next: IdPosition | null;
}

/**
 * Reads on in a list sorted by id. What is deleted meanwhile moves the rest forward, so each page begins with the last one
 * that was read, or further back: nothing can have slipped past before it.
 */
export async function readById(
  reader: PageReader,
  endpoint: string,
  query: Readonly<Record<string, string>>,
  { offset, lastId }: IdPosition,
): Promise<IdPage> {
  for (let from = offset; ;) {
    const read = await reader.read(endpoint, { ...query, orderby: 'id', order: 'asc', offset: String(from) });
    const { size } = read;
    const items = toResources(read.items);
    const first = items[0];
    if (from > 0 && (first === undefined || first.id > lastId)) {
      from = Math.max(0, from - size);
      continue;
    }
    const fresh = items.filter((item) => item.id > lastId);
    if (from + items.length >= read.total) return { items: fresh, next: null };
    const last = fresh.at(-1);
    // All that came is known already, there is more, and the store gives less than it was asked for.
    if (last === undefined && items.length < size) throw toShortListError();
    const next = { offset: from + items.length - 1, lastId: last === undefined ? lastId : last.id };
    if (last !== undefined) return { items: fresh, next };
    from = next.offset;
  }
}
