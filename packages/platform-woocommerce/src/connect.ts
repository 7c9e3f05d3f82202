import type { AdapterContext, PlatformConnection } from '@regulars/adapter-contracts';
import { createClient } from './client.ts';
import type { WooCommerceConfig } from './config.ts';
import { countOrders } from './count-orders.ts';
import { createDiscountCode, deleteDiscountCode, findDiscountCode } from './discount-codes.ts';
import { createHooks } from './hooks.ts';
import { createPulls } from './pulls/create-pulls.ts';

/** Reaches the store through its REST API; no connection is kept open. */
export function connect(config: WooCommerceConfig, context: AdapterContext): PlatformConnection {
  const client = createClient(config, context);
  return {
    async checkAccess() {
      // Needs the same rights as webhooks and coupons do, and changes nothing.
      const current = await client.get('data/currencies/current');
      const currency = 'code' in current && typeof current.code === 'string' ? current.code : null;
      return { storeName: null, currency };
    },
    findDiscountCode: (code) => findDiscountCode(client, code),
    createDiscountCode: (discountCode) => createDiscountCode(client, discountCode),
    deleteDiscountCode: (externalId) => deleteDiscountCode(client, externalId),
    countOrders: (span) => countOrders(client, span),
    pulls: createPulls(client, config, context),
    hooks: createHooks(client),
    close: async () => undefined,
  };
}
