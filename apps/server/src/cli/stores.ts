import { Command } from 'commander';
import { languages } from '@regulars/core/shared';
import { addConnection } from '../stores/add-connection.ts';
import { createStore } from '../stores/create-store.ts';
import { withInstance } from './command-context.ts';
import { CommandFailure } from './command-failure.ts';
import { parseSettings } from './parse-settings.ts';
import { print, toTable, type PrintOptions } from './print.ts';

interface AddOptions extends PrintOptions {
  readonly platform: string;
  readonly url?: string;
  readonly key?: string;
  readonly secret?: string;
  readonly webhookSecret: string;
  readonly config?: string;
  readonly name?: string;
  readonly currency: string;
  readonly locale: string;
  readonly timeZone: string;
}

export function storesCommand(): Command {
  const command = new Command('stores').description('Stores and how they are connected');

  command
    .command('add')
    .argument('<slug>', 'a short name, e.g. blue-bottle')
    .description('Add a store and connect its platform; prints the address its webhooks go to')
    .requiredOption('--platform <id>', 'woocommerce, shopify, bigcommerce, webhook, or an adapter of your own')
    .requiredOption('--webhook-secret <secret>', 'the secret the platform signs its webhooks with')
    .option('--url <url>', "the shop's address")
    .option('--key <key>', 'API key, for making coupons')
    .option('--secret <secret>', 'API secret')
    .option('--config <json>', `further settings of the platform, e.g. '{"domain":"my-shop.myshopify.com"}'`)
    .option('--name <name>', 'what customers call the shop; the slug when left out')
    .option('--currency <code>', 'ISO 4217', 'EUR')
    .option('--locale <tag>', `language of the mails: ${languages.join(', ')}`, 'en')
    .option('--time-zone <zone>', 'IANA name', 'Europe/Amsterdam')
    .option('--json', 'print one JSON document')
    .action((slug: string, options: AddOptions) => withInstance((context) => addStore(context, slug, options)));

  command
    .command('list')
    .description('List the stores')
    .option('--json', 'print one JSON document')
    .action((options: PrintOptions) =>
      withInstance(async ({ directory }) => {
        const stores = await directory.stores();
        print(
          stores,
          () =>
            toTable(
              ['SLUG', 'NAME', 'CURRENCY', 'ID'],
              stores.map(({ slug, name, currency, id }) => [slug, name, currency, id]),
            ),
          options,
        );
      }),
    );

  return command;
}

async function addStore(
  context: Parameters<Parameters<typeof withInstance>[0]>[0],
  slug: string,
  options: AddOptions,
): Promise<void> {
  // Looked up first, so that a wrong platform leaves no store behind.
  const adapter = context.adapters.findPlatformAdapter(options.platform);
  const known = context.adapters.platformAdapters.map(({ id }) => id).join(', ');
  if (adapter === null) throw new CommandFailure(`There is no platform ${options.platform}. There are: ${known}.`);
  const config = {
    ...(options.config === undefined ? {} : parseSettings(options.config)),
    ...Object.fromEntries(
      (['url', 'key', 'secret'] as const).flatMap((field) =>
        options[field] === undefined ? [] : [[field, options[field]]],
      ),
    ),
  };
  const checked = adapter.configSchema.safeParse(config);
  if (!checked.success) {
    throw new CommandFailure(
      'The platform cannot be connected with these settings.',
      checked.error.issues.map(({ path, message }) => ({
        code: 'connection.config_invalid',
        path: `--${path.join('.')}`,
        message,
      })),
    );
  }
  const store = await createStore(
    { ...context, installers: context.rooms.installers },
    {
      slug,
      name: options.name ?? slug,
      url: options.url ?? null,
      currency: options.currency,
      locale: options.locale,
      timeZone: options.timeZone,
    },
  );
  if (!store.ok) throw new CommandFailure('The store cannot be added.', store.failure);
  const connection = await addConnection(context, store.value.id, {
    purpose: 'platform',
    adapterId: options.platform,
    config,
    webhookSecret: options.webhookSecret,
  });
  if (!connection.ok)
    throw new CommandFailure('The store was added, but its platform could not be connected.', connection.failure);
  const answer = {
    storeId: store.value.id,
    hookUrl: `${context.config.publicUrl}/hooks/${connection.value.hookToken}`,
  };
  print(answer, () => [`Added ${slug}.`, '', `Webhooks go to ${answer.hookUrl}`], options);
}
