import type { AdapterContext, PlatformConnection } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { createClient } from './api/client.ts';
import { checkAccess } from './check-access.ts';
import type { ShopifyConfig } from './config.ts';
import { countOrders } from './count-orders.ts';
import { createDiscountCode, deleteDiscountCode, findDiscountCode } from './discount-codes.ts';
import { createHooks } from './hooks.ts';
import { createPulls } from './pulls/create-pulls.ts';

/** Reaches the store through its Admin API; no connection is kept open. */
export function connect(config: ShopifyConfig, context: AdapterContext): PlatformConnection {
  const client = createClient(config, context);
  const now = context.now ?? (() => toInstant(Date.now()));
  return {
    checkAccess: () => checkAccess(client),
    findDiscountCode: (code) => findDiscountCode(client, code),
    createDiscountCode: (discountCode) => createDiscountCode(client, discountCode, now()),
    deleteDiscountCode: (externalId) => deleteDiscountCode(client, externalId),
    countOrders: (span) => countOrders(client, span, now()),
    pulls: createPulls(client, config),
    hooks: createHooks(client),
    close: async () => undefined,
  };
}
