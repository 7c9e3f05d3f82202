import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  AdapterError,
  definePlatformAdapter,
  type PlatformEvent,
  type VerifyWebhook,
} from '@regulars/adapter-contracts';
import { fail, ok, type StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { deleteCoupon, findCoupon, insertCoupon } from './coupon-repository.ts';
import { countShopOrders } from './shop-order-repository.ts';

export const demoShopId = 'demo-shop';
export const signatureHeader = 'x-demo-shop-signature';
export const deliveryHeader = 'x-demo-shop-delivery';

const configSchema = z.object({ storeId: z.uuid() });

/** How the invented shops sign: HMAC-SHA256 over the body, in base64. */
export function signBody(secret: string, body: Uint8Array): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

const verifyWebhook: VerifyWebhook = ({ headers, body }, { secrets }) => {
  const { [signatureHeader]: signature, [deliveryHeader]: delivery } = headers;
  if (!signature || !delivery) return { kind: 'refused', code: 'webhook.signature_missing' };
  const given = Buffer.from(signature);
  const isGenuine = secrets.some((secret) => {
    const expected = Buffer.from(signBody(secret, body));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isGenuine) return { kind: 'refused', code: 'webhook.signature_invalid' };
  const [topic = ''] = delivery.split(':');
  return { kind: 'verified', webhook: { topic, dedupeKey: delivery, headers: {}, body } };
};

/** The platform of the demo's shops: orders come as webhooks like any other's, codes are kept in the demo's own table. */
export function createDemoShop(database: Database) {
  return definePlatformAdapter({
    id: demoShopId,
    displayName: 'Demo shop',
    capabilities: { discountCodes: true, signedTimestamp: false, orderCount: true },
    configSchema,
    verifyWebhook,
    parseWebhook: ({ body }) => {
      // Whoever holds the secret is the demo itself, which writes events of the common model.
      const event = parseEvent(body);
      return event === null
        ? fail({ code: 'webhook.body_invalid', path: '', message: 'The body is not an event of the demo shop.' })
        : ok([event]);
    },
    connect: (config) => {
      const storeId = config.storeId as StoreId;
      return {
        checkAccess: () =>
          database.withStore(storeId, async () => ({ storeName: 'Demo shop', currency: null })).catch(asUnavailable),
        findDiscountCode: (code) =>
          database.withStore(storeId, (tx) => findCoupon(tx, storeId, code)).catch(asUnavailable),
        createDiscountCode: async (discountCode) => {
          if (discountCode.discount.kind === 'freeShipping')
            throw new AdapterError('The demo shop does not waive shipping.', { kind: 'invalid', outcome: 'notDone' });
          const made = await database
            .withStore(storeId, (tx) => insertCoupon(tx, storeId, discountCode))
            .catch(asUnavailable);
          if (made !== null) return made;
          throw new AdapterError('The code exists already.', { kind: 'invalid', outcome: 'notDone' });
        },
        deleteDiscountCode: async (externalId) => {
          await database.withStore(storeId, (tx) => deleteCoupon(tx, storeId, externalId)).catch(asUnavailable);
        },
        countOrders: async (span) => ({
          orders: await database.withStore(storeId, (tx) => countShopOrders(tx, storeId, span)).catch(asUnavailable),
        }),
        close: async () => undefined,
      };
    },
  });
}

const kinds: readonly string[] = ['orderUpserted', 'productUpserted'] satisfies readonly PlatformEvent['kind'][];

function parseEvent(body: Uint8Array): PlatformEvent | null {
  try {
    const event = JSON.parse(Buffer.from(body).toString('utf8')) as PlatformEvent | null;
    return event !== null && kinds.includes(event.kind) ? event : null;
  } catch {
    return null;
  }
}

/** Its tables are in our own database: what fails there is an outage, and the transaction did nothing. */
function asUnavailable(): never {
  throw new AdapterError('The demo shop cannot be reached.', { kind: 'unavailable', outcome: 'notDone' });
}
