import type { AdapterContext, PlatformConnection } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { createClient } from './api/client.ts';
import { checkAccess } from './check-access.ts';
import type { BigCommerceConfig } from './config.ts';
import { countOrders } from './count-orders.ts';
import { createDiscountCode, deleteDiscountCode, findDiscountCode } from './discount-codes.ts';
import { createHooks } from './hooks.ts';
import { createPulls } from './pulls/create-pulls.ts';
import { readResource } from './resources/read-resource.ts';

/** Reaches the store through its REST API; no connection is kept open. */
export function connect(config: BigCommerceConfig, context: AdapterContext): PlatformConnection {
  const client = createClient(config, context);
  return {
    checkAccess: () => checkAccess(client.inOneTime()),
    findDiscountCode: (code) => findDiscountCode(client.inOneTime(), code),
    createDiscountCode: (discountCode) =>
      createDiscountCode(client.inOneTime(), discountCode, context.now?.() ?? toInstant(Date.now())),
    deleteDiscountCode: (externalId) => deleteDiscountCode(client.inOneTime(), externalId),
    countOrders: (span) => countOrders(client, config, span),
    pulls: createPulls(client, config),
    hooks: createHooks(client),
    readResource: (reference) => readResource(client.inOneTime(), config, reference),
    close: async () => undefined,
  };
}
