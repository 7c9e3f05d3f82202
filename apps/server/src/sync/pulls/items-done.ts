import type { Pull } from './pull.ts';

/** What is compared with the total: orders, usable or not; of other resources all that was told of them. */
export function itemsDone({ resource, ordersDone, partsRejected, eventsDone }: Pull): number {
  return resource === 'orders' ? ordersDone + partsRejected : eventsDone;
}
