import { Command } from 'commander';
import { allowedActions } from '../access/authorization.ts';
import { makeApiKey } from '../access/api-key.ts';
import { insertApiKey } from '../access/api-key-repository.ts';
import { newId } from '../foundation/ids.ts';
import { withInstance } from './command-context.ts';
import { findStoreOrFail } from './find-store-or-fail.ts';
import { print, type PrintOptions } from './print.ts';

interface CreateOptions extends PrintOptions {
  readonly store?: string;
}

export function apiKeysCommand(): Command {
  const command = new Command('api-keys').description('Keys for programs that use the API');
  command
    .command('create')
    .argument('<name>', 'what it is for')
    .description('Make a key that may do what a developer may; it is shown this once')
    .option('--store <slug>', 'for this store only')
    .option('--json', 'print one JSON document')
    .action((name: string, options: CreateOptions) =>
      withInstance(async ({ database }) => {
        const store = options.store === undefined ? null : await findStoreOrFail(database, options.store);
        const made = makeApiKey();
        const row = await database.withDirectory((tx) =>
          insertApiKey(tx, {
            id: newId(),
            name,
            prefix: made.prefix,
            keyHash: made.hash,
            scopes: [...allowedActions.developer],
            storeId: store?.id ?? null,
            expiresAt: null,
            maker: null,
          }),
        );
        print({ id: row.id, key: made.text }, () => [made.text, '', 'Keep it now: it is not shown again.'], options);
      }),
    );
  return command;
}
