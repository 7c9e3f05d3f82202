import type { PageAsked } from './answers.ts';

/** Something with a number that changed at a time. */
export interface Shelved {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly modifiedMs: number;
}

/** Rows, found by their number and listed by when they changed, the one changed longest ago first. */
export interface Shelf<Row extends Shelved> {
  nextId(): number;
  put(row: Row): void;
  remove(id: number): void;
  find(id: number): Row | null;
  list(): readonly Row[];
  /** Those that changed at this time or later. */
  pageFrom(fromMs: number, asked: PageAsked): { readonly rows: readonly Row[]; readonly total: number };
}

export function createShelf<Row extends Shelved>(firstId: number): Shelf<Row> {
  const byId = new Map<number, Row>();
  let sorted: readonly Row[] | null = null;
  let lastId = firstId - 1;

  const list = (): readonly Row[] => {
    sorted ??= [...byId.values()].toSorted((one, other) => one.modifiedMs - other.modifiedMs || one.id - other.id);
    return sorted;
  };

  return {
    nextId: () => {
      lastId += 1;
      return lastId;
    },
    put(row) {
      byId.set(row.id, row);
      sorted = null;
    },
    remove(id) {
      byId.delete(id);
      sorted = null;
    },
    find: (id) => byId.get(id) ?? null,
    list,
    pageFrom(fromMs, asked) {
      const rows = list();
      const start = findFirst(rows, fromMs);
      const total = rows.length - start;
      const begin = start + (asked.page - 1) * asked.limit;
      return { rows: rows.slice(begin, begin + asked.limit), total };
    },
  };
}

/** Where those begin that are not older: half of what is left is looked at no more each time. */
function findFirst(rows: readonly Shelved[], fromMs: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.modifiedMs ?? 0) < fromMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
