import type { ConnectionSync } from '../../sync/answers.ts';

/** What a pull has read of what its total counts: orders, usable or not; of other resources all that was told of them. */
export function countOf({ resource, ordersDone, partsRejected, eventsDone }: ConnectionSync['pulls'][number]): number {
  return resource === 'orders' ? ordersDone + partsRejected : eventsDone;
}
