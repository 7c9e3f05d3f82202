import { toEmailKey } from '@regulars/core/commerce';
import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { hashEmailKey, hashIdentity } from './erasure.ts';
import type { Statement } from './statement.ts';
import { externalKey, tombstoneKey } from './world.ts';

/** What statements speak of, by name: what has to be loaded before they are applied. */
export interface WorldKeys {
  /** By our own id. */
  readonly customers: ReadonlySet<CustomerId>;
  readonly orders: ReadonlySet<string>;
  readonly identities: ReadonlySet<string>;
  readonly emailKeys: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
  readonly carts: ReadonlySet<string>;
  readonly tombstones: ReadonlySet<string>;
  readonly erased: ReadonlySet<string>;
}

export function listWorldKeys(storeId: StoreId, statements: readonly Statement[]): WorldKeys {
  const keys = {
    customers: new Set<CustomerId>(),
    orders: new Set<string>(),
    identities: new Set<string>(),
    emailKeys: new Set<string>(),
    products: new Set<string>(),
    carts: new Set<string>(),
    tombstones: new Set<string>(),
    erased: new Set<string>(),
  };
  for (const { connectionId, events } of statements) {
    const addPerson = (externalId: string | null, email: string | null) => {
      const emailKey = email === null ? null : toEmailKey(email);
      if (externalId !== null) {
        keys.identities.add(externalKey(connectionId, externalId));
        keys.tombstones.add(tombstoneKey('customer', connectionId, externalId));
        keys.erased.add(hashIdentity(storeId, connectionId, externalId));
      }
      if (emailKey !== null) {
        keys.emailKeys.add(emailKey);
        keys.erased.add(hashEmailKey(storeId, emailKey));
      }
    };
    const addOrder = (externalId: string) => {
      keys.orders.add(externalKey(connectionId, externalId));
      keys.tombstones.add(tombstoneKey('order', connectionId, externalId));
    };
    const addProduct = (externalId: string) => {
      keys.products.add(externalKey(connectionId, externalId));
      keys.tombstones.add(tombstoneKey('product', connectionId, externalId));
    };
    const addCart = (externalId: string) => keys.carts.add(externalKey(connectionId, externalId));
    for (const event of events) addEvent(event, { addPerson, addOrder, addProduct, addCart });
  }
  return keys;
}

interface Adders {
  readonly addPerson: (externalId: string | null, email: string | null) => void;
  readonly addOrder: (externalId: string) => void;
  readonly addProduct: (externalId: string) => void;
  readonly addCart: (externalId: string) => void;
}

function addEvent(event: PlatformEvent, { addPerson, addOrder, addProduct, addCart }: Adders): void {
  switch (event.kind) {
    case 'orderUpserted':
      addOrder(event.order.externalId);
      if (event.order.customer !== null) addPerson(event.order.customer.externalId, event.order.customer.email);
      for (const { productExternalId } of event.order.lineItems)
        if (productExternalId !== null) addProduct(productExternalId);
      return;
    case 'orderDeleted':
    case 'orderAnonymized':
      addOrder(event.externalId);
      return;
    case 'refundCreated':
      addOrder(event.orderExternalId);
      return;
    case 'customerUpserted':
      addPerson(event.customer.externalId, event.customer.email);
      return;
    case 'customerDeleted':
      addPerson(event.externalId, null);
      return;
    case 'customerErased':
    case 'consentChanged':
    case 'personDataRequested':
      addPerson(event.externalId, event.email);
      return;
    case 'productUpserted':
      addProduct(event.product.externalId);
      return;
    case 'productDeleted':
      addProduct(event.externalId);
      return;
    case 'checkoutUpserted':
      addCart(event.checkout.externalId);
      if (event.checkout.customer !== null)
        addPerson(event.checkout.customer.externalId, event.checkout.customer.email);
      return;
    case 'checkoutDeleted':
      addCart(event.externalId);
      return;
    case 'storeErasureRequested':
    case 'disconnected':
    case 'resourceChanged':
    case 'ignored':
    case 'partRejected':
      return;
  }
}
