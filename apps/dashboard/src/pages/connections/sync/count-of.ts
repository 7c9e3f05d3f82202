import type { Pull } from '../../../api/sync.ts';

/** What a pull has read of what its total counts: orders, usable or not; of other resources all that was told of them. */
export function countOf({ resource, ordersDone, partsRejected, eventsDone }: Pull): number {
  return resource === 'orders' ? ordersDone + partsRejected : eventsDone;
}
