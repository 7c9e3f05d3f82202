import { Command } from 'commander';
import { addConnection } from '../stores/add-connection.ts';
import { findPlatformSecret } from '../stores/find-platform-secret.ts';
import { withInstance } from './command-context.ts';
import { CommandFailure } from './command-failure.ts';
import { findStoreOrFail } from './find-store-or-fail.ts';
import { parseSettings } from './parse-settings.ts';
import { print, type PrintOptions } from './print.ts';

interface AddOptions extends PrintOptions {
  readonly store: string;
  readonly config: string;
  readonly webhookSecret?: string;
}

export function connectionsCommand(): Command {
  const command = new Command('connections').description('A store’s further connections, e.g. its mail account');
  command
    .command('add')
    .argument('<adapter>', 'smtp, mailgun, woocommerce, shopify, bigcommerce, webhook, or an adapter of your own')
    .description('Connect a store to a mail account or a further platform')
    .requiredOption('--store <slug>', 'the store')
    .requiredOption('--config <json>', `the adapter's settings, e.g. '{"host":"smtp.example.com","port":587}'`)
    .option('--webhook-secret <secret>', 'the secret webhooks are signed with')
    .option('--json', 'print one JSON document')
    .action((adapterId: string, options: AddOptions) =>
      withInstance(async (context) => {
        const store = await findStoreOrFail(context.database, options.store);
        const wished = {
          purpose: context.adapters.findMailAdapter(adapterId) === null ? ('platform' as const) : ('mail' as const),
          adapterId,
          config: parseSettings(options.config),
        };
        const webhookSecret = options.webhookSecret ?? findPlatformSecret(context.adapters, wished);
        const added = await addConnection(context, store.id, { ...wished, webhookSecret });
        if (!added.ok) throw new CommandFailure('The connection cannot be added.', added.failure);
        const answer = {
          connectionId: added.value.id,
          hookUrl: `${context.config.publicUrl}/hooks/${added.value.hookToken}`,
        };
        print(answer, () => [`Connected ${adapterId}.`, '', `Webhooks go to ${answer.hookUrl}`], options);
      }),
    );
  return command;
}
