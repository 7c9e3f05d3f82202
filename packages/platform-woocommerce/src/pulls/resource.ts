import { AdapterError } from '@regulars/adapter-contracts';
import { secondMs } from '@regulars/core/shared';
import { z } from 'zod';
import { gmtDate, id } from '../wire.ts';

/** An item of a list, of which no more is known than that it can be found again. */
export type Resource = z.output<typeof resource>;

const resource = z.looseObject({ id });
const dated = z.looseObject({ date_modified_gmt: gmtDate });

export function toResources(items: readonly unknown[]): readonly Resource[] {
  const read = z.array(resource).safeParse(items);
  if (read.success) return read.data;
  throw new AdapterError("The store's list cannot be read: what is in it has no id.", {
    kind: 'unavailable',
    outcome: 'notDone',
  });
}

/** When it last changed, in seconds since 1970; 0 for what an import left without such a date, and what is poison thereby. */
export function changedSecondOf(item: Resource): number {
  const read = dated.safeParse(item);
  return read.success ? Math.floor(read.data.date_modified_gmt / secondMs) : 0;
}
