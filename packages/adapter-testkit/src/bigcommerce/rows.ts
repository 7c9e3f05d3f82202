import type { Answer } from '../upstream/fault.ts';
import { answerV3Page, slicePage, toIds, toPageAsked, type Parameters } from './answers.ts';
import { toMs } from './order-fields.ts';
import { createShelf, type Shelved } from './shelf.ts';

/** A row of V3 with the time that it changed. */
export interface FakeBigCommerceRow {
  /** ISO 8601. */
  readonly modifiedAt: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface StoredRow extends Shelved {
  readonly fields: object;
}

/** A V3 list that can be asked by number or by time of change. */
export interface RowRoom {
  add(row: FakeBigCommerceRow): number;
  remove(id: number): void;
  list(parameters: Parameters): Answer;
  find(id: number): object | null;
}

/** Customers, subscribers, products: V3 tells what changed *after* a time, and not at it. */
export function createRowRoom(firstId: number): RowRoom {
  const shelf = createShelf<StoredRow>(firstId);
  return {
    add({ modifiedAt, fields }) {
      const id = shelf.nextId();
      const modifiedMs = toMs(modifiedAt);
      shelf.put({ id, modifiedMs, fields: { id, date_modified: new Date(modifiedMs).toISOString(), ...fields } });
      return id;
    },
    remove: shelf.remove,
    list(parameters) {
      const asked = toPageAsked(parameters);
      if (parameters.has('id:in')) {
        const ids = toIds(parameters.get('id:in'));
        const found = shelf.list().filter(({ id }) => ids.has(id));
        return answerV3Page(
          slicePage(found, asked).map(({ fields }) => fields),
          found.length,
          asked,
        );
      }
      const from = parameters.get('date_modified:min');
      const { rows, total } = shelf.pageFrom(from === undefined ? 0 : toMs(from) + 1, asked);
      return answerV3Page(
        rows.map(({ fields }) => fields),
        total,
        asked,
      );
    },
    find: (id) => shelf.find(id)?.fields ?? null,
  };
}
