import type { Command } from 'commander';
import { toEmailKey } from '@regulars/core/commerce';
import { isId, type CustomerId } from '@regulars/core/shared';
import { exportParts } from '../compose-rooms.ts';
import { findBuyerByEmail, findPeople } from '../customers/door.ts';
import { eraseCustomers } from '../customers/privacy/erase-customers.ts';
import { exportCustomer } from '../customers/privacy/export-customer.ts';
import type { Database } from '../foundation/database/database.ts';
import type { Store } from '../stores/door.ts';
import { withInstance } from './command-context.ts';
import { CommandFailure } from './command-failure.ts';
import { findStoreOrFail } from './find-store-or-fail.ts';
import { print, type PrintOptions } from './print.ts';

interface StoreOptions extends PrintOptions {
  readonly store: string;
}

/** Hands over, and forgets, what is kept about one person. */
export function addCustomerRights(command: Command): void {
  command
    .command('export')
    .argument('<customer>', 'an e-mail address, or the id')
    .description('Print everything that is kept about a person, as one JSON document')
    .requiredOption('--store <slug>', 'the store')
    .action((customer: string, options: StoreOptions) =>
      withInstance(async ({ database }) => {
        const store = await findStoreOrFail(database, options.store);
        const customerId = await findCustomerOrFail(database, store, customer);
        const exported = await database.withStore(store.id, (tx, now) =>
          exportCustomer(tx, store.id, customerId, { parts: exportParts, now }),
        );
        print(exported, () => [], { json: true });
      }),
    );
  command
    .command('erase')
    .argument('<customer>', 'an e-mail address, or the id')
    .description('Forget a person; the amounts of their orders stay, under an id that names nobody')
    .requiredOption('--store <slug>', 'the store')
    .option('--json', 'print one JSON document')
    .action((customer: string, options: StoreOptions) =>
      withInstance(async ({ database }) => {
        const store = await findStoreOrFail(database, options.store);
        const customerId = await findCustomerOrFail(database, store, customer);
        const erased = await database.withStore(store.id, (tx, now) => eraseCustomers(tx, store.id, [customerId], now));
        const sentence = erased === 0 ? 'It was done before.' : 'Forgotten. The other rooms follow in a moment.';
        print({ customerId, erased: erased > 0 }, () => [sentence], options);
      }),
    );
}

async function findCustomerOrFail(database: Database, store: Store, text: string): Promise<CustomerId> {
  const found = await database.withStore(store.id, async (tx) => {
    const emailKey = toEmailKey(text);
    const buyer = emailKey === null ? null : await findBuyerByEmail(tx, store.id, [emailKey]);
    if (buyer !== null) return buyer.customerId;
    const [person] = isId(text) ? await findPeople(tx, store.id, [text as CustomerId]) : [];
    return person?.customerId ?? null;
  });
  if (found === null) throw new CommandFailure('The store knows no such customer.');
  return found;
}
