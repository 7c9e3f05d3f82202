import { listStoresWithDueEffects } from '../foundation/effects/claim-effects.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { listStoresWithDueDeliveries } from '../intake/door.ts';
import { readReceipts, type ReadReceiptsDeps } from './read-receipts.ts';
import { resolveMails, type ResolveMailsDeps } from './resolve-mails.ts';
import { sendMails, type SendMailsDeps } from './send-mails.ts';

/** The lanes of this room: what is due to be sent, what nobody knows about, and what the providers tell. */
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
  ];
}
