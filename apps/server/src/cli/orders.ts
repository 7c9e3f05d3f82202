import { Command } from 'commander';
import { parseCurrency, toDecimal } from '@regulars/core/shared';
import type { OrderAnswer } from '../customers/answers.ts';
import { listOrders } from '../customers/door.ts';
import { withInstance } from './command-context.ts';
import { findStoreOrFail } from './find-store-or-fail.ts';
import { print, toTable, type PrintOptions } from './print.ts';
import { readAllPages } from './read-all-pages.ts';

interface ListOptions extends PrintOptions {
  readonly store: string;
}

export function ordersCommand(): Command {
  const command = new Command('orders').description('Orders as the store’s platform told them');
  command
    .command('list')
    .description('List the orders of a store in the common model, newest first')
    .requiredOption('--store <slug>', 'the store')
    .option('--json', 'print one JSON document')
    .action((options: ListOptions) =>
      withInstance(async ({ database }) => {
        const store = await findStoreOrFail(database, options.store);
        const orders = await readAllPages<OrderAnswer>(
          (after, limit) =>
            database.withStore(store.id, (tx) => listOrders(tx, store.id, { customerId: null, after, limit })),
          ({ placedAt, id }) => [Date.parse(placedAt), id],
        );
        print(orders, () => toTable(['NUMBER', 'PLACED', 'STATUS', 'TOTAL', 'CUSTOMER'], orders.map(toCells)), options);
      }),
    );
  return command;
}

function toCells({ number, placedAt, status, currency, totals, customer }: OrderAnswer): readonly string[] {
  const known = parseCurrency(currency);
  const total = known === null ? '' : `${toDecimal({ amountMinor: totals.grandMinor, currency: known })} ${currency}`;
  return [number, placedAt, status, total, customer?.email ?? '–'];
}
