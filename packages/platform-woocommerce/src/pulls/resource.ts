import { AdapterError } from '@regulars/adapter-contracts';
import { z } from 'zod';
import { gmtDate, id } from '../wire.ts';

/** An item of a list, of which no more is known than that it can be found again. */
export type Resource = z.output<typeof resource>;

const resource = z.looseObject({ id });
const dated = z.looseObject({ date_modified_gmt: gmtDate });

export function toResources(items: readonly unknown[]): readonly Resource[] {
  const read = z.array(resource).safeParse(items);
  if (read.success) return read.data;
  throw unreadable();
}

/** When it last changed, in seconds since 1970. */
export function changedSecondOf(item: Resource): number {
  const read = dated.safeParse(item);
  if (!read.success) throw unreadable();
  return Math.floor(read.data.date_modified_gmt / 1000);
}

function unreadable(): AdapterError {
  return new AdapterError("The store's list cannot be read: what is in it has no id, or no date of its last change.", {
    kind: 'unavailable',
    outcome: 'notDone',
  });
}
