import { listStoresWithDueEffects } from '../foundation/effects/claim-effects.ts';
import { listStoresBehind } from '../foundation/events/claim-events.ts';
import type { Lane } from '../foundation/lanes/lane.ts';
import { listStoresWithDueDeliveries } from '../intake/door.ts';
import { forgetCustomers } from './forget-customers.ts';
import { listStoresToPull } from './mail-pulls.ts';
import { pullSuppressions } from './provider-lists/pull-suppressions.ts';
import { pushSuppressions } from './provider-lists/push-suppressions.ts';
import { listStoresWithDuePushes } from './provider-lists/suppression-pushes.ts';
import { readReceipts, type ReadReceiptsDeps } from './read-receipts.ts';
import { readReports } from './reports/read-reports.ts';
import { resolveMails, type ResolveMailsDeps } from './resolve-mails.ts';
import { sendMails, type SendMailsDeps } from './send-mails.ts';

/**
 * The lanes of this room: what is due to be sent, what nobody knows about, what the providers tell, whom to forget, and
 * whom not to write to, in both directions.
 */
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
      name: 'delivery.reports',
      listDueStores: (tx) => listStoresToPull(tx, 'reports'),
      work: (storeId) => readReports(deps, storeId),
    },
    {
      name: 'delivery.forget',
      listDueStores: (tx) => listStoresBehind(tx, 'delivery'),
      work: (storeId) => forgetCustomers(deps.database, storeId),
    },
    {
      name: 'delivery.pull-suppressions',
      listDueStores: (tx) => listStoresToPull(tx, 'suppressions'),
      work: (storeId) => pullSuppressions(deps, storeId),
    },
    {
      name: 'delivery.push-suppressions',
      listDueStores: listStoresWithDuePushes,
      work: (storeId) => pushSuppressions(deps, storeId),
    },
  ];
}
