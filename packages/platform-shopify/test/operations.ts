import type { Operation } from '../src/api/operation.ts';
import * as customers from '../src/operations/customers.ts';
import * as discounts from '../src/operations/discounts.ts';
import * as hooks from '../src/operations/hooks.ts';
import * as orders from '../src/operations/orders.ts';
import * as products from '../src/operations/products.ts';
import * as shop from '../src/operations/shop.ts';

/** Everything this package ever asks of Shopify. */
export const operations: readonly Operation<unknown>[] = [customers, discounts, hooks, orders, products, shop]
  .flatMap((module): readonly unknown[] => Object.values(module))
  .filter((value): value is Operation<unknown> => typeof value === 'object' && value !== null && 'text' in value);
