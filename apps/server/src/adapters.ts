import path from 'node:path';
import type { MailAdapter, PlatformAdapter } from '@regulars/adapter-contracts';
import { mailgun } from '@regulars/mail-mailgun';
import { smtp } from '@regulars/mail-smtp';
import { bigcommerce } from '@regulars/platform-bigcommerce';
import { shopify } from '@regulars/platform-shopify';
import { webhook } from '@regulars/platform-webhook';
import { woocommerce } from '@regulars/platform-woocommerce';
import type { Config } from './config.ts';
import { mailboxAdapterId } from './delivery/mailbox/mailbox-adapter.ts';
import type { AdapterPackage } from './foundation/adapter-packages/adapter-package.ts';
import { loadAdapterPackages } from './foundation/adapter-packages/load-adapter-packages.ts';
import type { AdapterRegistry } from './stores/door.ts';

const platformAdapters: readonly PlatformAdapter[] = [
  woocommerce,
  shopify,
  bigcommerce,
  webhook,
] as readonly PlatformAdapter[];
const mailAdapters: readonly MailAdapter[] = [mailgun, smtp] as readonly MailAdapter[];

/** Where an agency installs packages with adapters of its own: `npm install --prefix <data folder>/adapters <package>`. */
export function loadOwnAdapters({ adapterPackages, dataDir }: Pick<Config, 'adapterPackages' | 'dataDir'>) {
  return loadAdapterPackages(adapterPackages, {
    folders: [path.resolve(dataDir, 'adapters'), import.meta.dirname],
    takenIds: [...platformAdapters.map(({ id }) => id), ...mailAdapters.map(({ id }) => id), mailboxAdapterId],
  });
}

/** The adapters that come with Regulars, an agency's own, and those built into the server. */
export function registerAdapters(
  own: readonly AdapterPackage[],
  builtIn: { readonly mail: readonly MailAdapter[] },
): AdapterRegistry {
  return toRegistry(
    [...platformAdapters, ...own.flatMap((each) => each.platformAdapters)],
    [...builtIn.mail, ...mailAdapters, ...own.flatMap((each) => each.mailAdapters)],
  );
}

/** These adapters and no others. */
export function toRegistry(platforms: readonly PlatformAdapter[], mails: readonly MailAdapter[]): AdapterRegistry {
  return {
    platformAdapters: platforms,
    mailAdapters: mails,
    findPlatformAdapter: (id) => platforms.find((adapter) => adapter.id === id) ?? null,
    findMailAdapter: (id) => mails.find((adapter) => adapter.id === id) ?? null,
  };
}
