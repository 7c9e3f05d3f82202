import type { MailAdapter, PlatformAdapter } from '@regulars/adapter-contracts';
import { mailgun } from '@regulars/mail-mailgun';
import { smtp } from '@regulars/mail-smtp';
import { bigcommerce } from '@regulars/platform-bigcommerce';
import { shopify } from '@regulars/platform-shopify';
import { webhook } from '@regulars/platform-webhook';
import { woocommerce } from '@regulars/platform-woocommerce';
import type { AdapterRegistry } from './stores/door.ts';

const platformAdapters: readonly PlatformAdapter[] = [
  woocommerce,
  shopify,
  bigcommerce,
  webhook,
] as readonly PlatformAdapter[];
const mailAdapters: readonly MailAdapter[] = [mailgun, smtp] as readonly MailAdapter[];

/** The adapters that come with Regulars, an agency's own packages, and those built into the server. */
export async function loadAdapters(
  packages: readonly string[],
  builtIn: { readonly mail: readonly MailAdapter[] },
): Promise<AdapterRegistry> {
  const own = await Promise.all(packages.map(loadPackage));
  const platforms = [...platformAdapters, ...own.flatMap(({ platformAdapters: adapters }) => adapters)];
  const mails = [...builtIn.mail, ...mailAdapters, ...own.flatMap(({ mailAdapters: adapters }) => adapters)];
  return toRegistry(platforms, mails);
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

/** An agency's package exports `platformAdapters` and/or `mailAdapters`, arrays of adapter values. */
async function loadPackage(name: string) {
  const loaded = (await import(name)) as {
    platformAdapters?: readonly PlatformAdapter[];
    mailAdapters?: readonly MailAdapter[];
  };
  if (loaded.platformAdapters === undefined && loaded.mailAdapters === undefined) {
    throw new TypeError(`${name} exports neither platformAdapters nor mailAdapters.`);
  }
  return { platformAdapters: loaded.platformAdapters ?? [], mailAdapters: loaded.mailAdapters ?? [] };
}
