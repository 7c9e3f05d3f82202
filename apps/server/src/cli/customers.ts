import { Command } from 'commander';
import { parseCurrency, toDecimal } from '@regulars/core/shared';
import type { CustomerAnswer } from '../customers/answers.ts';
import { everybody, listCustomers } from '../customers/door.ts';
import { findMemberIds } from '../segments/find-member-ids.ts';
import { withInstance } from './command-context.ts';
import { addCustomerRights } from './customer-rights.ts';
import { findStoreOrFail } from './find-store-or-fail.ts';
import { print, toTable, type PrintOptions } from './print.ts';
import { readAllPages } from './read-all-pages.ts';

interface ListOptions extends PrintOptions {
  readonly store: string;
}

export function customersCommand(): Command {
  const command = new Command('customers').description('Who bought, and what they are worth');
  command
    .command('list')
    .description('List the customers of a store, newest first')
    .requiredOption('--store <slug>', 'the store')
    .option('--json', 'print one JSON document')
    .action((options: ListOptions) =>
      withInstance(async ({ database }) => {
        const store = await findStoreOrFail(database, options.store);
        const scope = { storeId: store.id, currency: store.currency, findMembers: findMemberIds };
        const customers = await readAllPages<CustomerAnswer>(
          (after, limit) =>
            database.withStore(store.id, async (tx) => {
              const position = after === null ? null : (['others', ...after] as const);
              const sorted = { sort: 'newest', direction: 'descending' } as const;
              const page = { filter: everybody, ...sorted, after: position, limit };
              return (await listCustomers(tx, scope, page)).map(({ customer }) => customer);
            }),
          ({ createdAt, id }) => [Date.parse(createdAt), id],
        );
        print(customers, () => toTable(['EMAIL', 'NAME', 'ORDERS', 'VALUE', 'SINCE'], customers.map(toCells)), options);
      }),
    );
  addCustomerRights(command);
  return command;
}

function toCells({ email, firstName, lastName, values, createdAt }: CustomerAnswer): readonly string[] {
  const name = [firstName, lastName].filter((part) => part !== null).join(' ');
  const worth = values.flatMap(({ currency, netMinor }) => {
    const known = parseCurrency(currency);
    return known === null ? [] : [`${toDecimal({ amountMinor: netMinor, currency: known })} ${currency}`];
  });
  const orderCount = values.reduce((sum, value) => sum + value.orderCount, 0);
  return [email ?? '–', name, String(orderCount), worth.join(', '), createdAt];
}
