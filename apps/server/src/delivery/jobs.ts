import { listStoresWithDueEffects } from '../foundation/effects/claim-effects.ts';
import { listStoresBehind } from '../foundation/events/claim-events.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { listStoresWithDueDeliveries } from '../intake/door.ts';
import { forgetCustomers } from './forget-customers.ts';
import { readReceipts, type ReadReceiptsDeps } from './read-receipts.ts';
import { resolveMails, type ResolveMailsDeps } from './resolve-mails.ts';
import { sendMails, type SendMailsDeps } from './send-mails.ts';

/** The lanes of this room: what is due to be sent, what nobody knows about, what the providers tell, and whom to forget. */
export function createDeliveryLanes(deps: SendMailsDeps & ResolveMailsDeps & ReadReceiptsDeps): readonly Lane[] {
  return [
    {
      name: 'delivery.send',
      listDueStores: (tx) => listStoresWithDueEffects(tx, 'mail', 'planned'),
      work: (storeId) => sendMails(deps, storeId),
    },
    {
      name: 'delivery.resolve',
      listDueStores: (tx) => listStoresWithDueEffects(tx, 'mail', 'unknown'),
      work: (storeId) => resolveMails(deps, storeId),
    },
    {
      name: 'delivery.receipts',
      listDueStores: (tx) => listStoresWithDueDeliveries(tx, 'mail'),
      work: (storeId) => readReceipts(deps, storeId),
    },
    {
      name: 'delivery.forget',
      listDueStores: (tx) => listStoresBehind(tx, 'delivery'),
      work: (storeId) => forgetCustomers(deps.database, storeId),
    },
  ];
}
