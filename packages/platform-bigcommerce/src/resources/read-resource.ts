import { AdapterError, type ResourceReference } from '@regulars/adapter-contracts';
import { ok } from '@regulars/core/shared';
import { z } from 'zod';
import type { BigCommerceClient } from '../api/client.ts';
import { readAnswer, readData } from '../api/read-answer.ts';
import type { BigCommerceConfig } from '../config.ts';
import { readStore } from '../store.ts';
import { readCart } from './read-cart.ts';
import { readOrders, withLines, type ReadEvents } from './read-orders.ts';
import { readCustomer, readSubscriber, withAddresses } from './read-people.ts';
import { readProducts, withImage } from './read-products.ts';

const wireSingle = z.object({ data: z.unknown() });

/** Fetches what a webhook named. Whatever happened to it, this is what it is now. */
export async function readResource(
  client: Pick<BigCommerceClient, 'get'>,
  config: BigCommerceConfig,
  { resource, externalId }: ResourceReference,
): Promise<ReadEvents> {
  switch (resource) {
    case 'order': {
      const raw = await client.get(`v2/orders/${externalId}`, withLines);
      return first(await readOrders(client.get, config, [raw]));
    }
    case 'product': {
      const raw = readSingle(await client.get(`v3/catalog/products/${externalId}`, withImage));
      return first(await readProducts(client.get, await readStore(client), [raw]));
    }
    case 'customer':
      return readCustomer(first(readData(await client.get('v3/customers', { ...withAddresses, 'id:in': externalId }))));
    case 'subscriber':
      return readSubscriber(first(readData(await client.get('v3/customers/subscribers', { 'id:in': externalId }))));
    case 'checkout': {
      // A cart is gone once it became an order, or after thirty days.
      const raw = await client.get(`v3/carts/${externalId}`).catch(orGone);
      return raw === null ? ok([{ kind: 'checkoutDeleted', externalId }]) : readCart(config, readSingle(raw));
    }
  }
}

function readSingle(answer: unknown): unknown {
  return readAnswer(wireSingle, answer).data;
}

/** Lists of those with this id are empty where there is none. */
function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item !== undefined) return item;
  throw new AdapterError('BigCommerce does not have this.', { kind: 'notFound', outcome: 'notDone' });
}

function orGone(error: unknown): null {
  if (error instanceof AdapterError && error.kind === 'notFound') return null;
  throw error;
}
