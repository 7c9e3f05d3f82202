import type { Operation } from '../src/api/operation.ts';
import * as bulk from '../src/operations/bulk.ts';
import * as customers from '../src/operations/customers.ts';
import * as discounts from '../src/operations/discounts.ts';
import * as hooks from '../src/operations/hooks.ts';
import * as orders from '../src/operations/orders.ts';
import * as products from '../src/operations/products.ts';
import * as shop from '../src/operations/shop.ts';

/** Everything this package ever asks of Shopify by itself. */
export const operations: readonly Operation<unknown>[] = [bulk, customers, discounts, hooks, orders, products, shop]
  .flatMap((module): readonly unknown[] => Object.values(module))
  .filter((value): value is Operation<unknown> => typeof value === 'object' && value !== null && 'text' in value);

/** And what it has Shopify ask itself. */
export const documents: readonly { readonly name: string; readonly text: string }[] = [
  ...operations,
  { name: 'AllOrders', text: orders.allOrders },
];
