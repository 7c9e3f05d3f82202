import { randomBytes } from 'node:crypto';
import type { Store } from '../stores/door.ts';
import { addConnection, type AddConnectionDeps } from '../stores/add-connection.ts';
import { createStore, type CreateStoreDeps } from '../stores/create-store.ts';

/**
 * Gives an instance without any store its first one, ready to take orders: connected as a WooCommerce store that only
 * sends, so that a newcomer can see an order go through before having any account anywhere.
 *
 * @returns null when there is a store already.
 */
export async function createFirstStore(deps: CreateStoreDeps & AddConnectionDeps): Promise<Store | null> {
  if ((await deps.directory.stores()).length > 0) return null;
  const created = await createStore(deps, {
    slug: 'first-store',
    name: 'Your first store',
    url: 'https://first-store.example',
    currency: 'EUR',
    sender: { name: 'Sam', role: 'founder', email: 'sam@first-store.example' },
    postalAddress: '1 High Street, 1011 AB Amsterdam',
  });
  if (!created.ok) return null;
  const connected = await addConnection(deps, created.value.id, {
    purpose: 'platform',
    adapterId: 'woocommerce',
    config: {},
    webhookSecret: randomBytes(24).toString('base64url'),
  });
  if (!connected.ok) throw new Error('The first store could not be connected.');
  return created.value;
}
