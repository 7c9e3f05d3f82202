import type { Consent, OrderSource } from '@regulars/core/commerce';
import type { Instant } from '@regulars/core/shared';
import type { MetaData } from './wire.ts';

/** A meta value as text; null for lists and objects, which plugins keep there too. */
export function metaText(meta: MetaData, key: string): string | null {
  const value = meta.get(key);
  if (typeof value === 'string') return value.trim() || null;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

const yes: ReadonlySet<string> = new Set(['1', 'yes', 'true', 'on', 'subscribed']);

/** A ticked box is consent. An unticked one takes nothing back: who subscribed earlier did not unsubscribe by it. */
export function toConsent(
  meta: MetaData,
  consentMetaKey: string | undefined,
  at: Instant,
  source: string,
): Consent | null {
  if (consentMetaKey === undefined) return null;
  const isTicked = yes.has(metaText(meta, consentMetaKey)?.toLowerCase() ?? '');
  return isTicked ? { state: 'subscribed', at, source } : null;
}

/** The language WPML or Polylang noted; WooCommerce itself knows none. */
export function toLocale(meta: MetaData): string | null {
  const locale = (metaText(meta, 'wpml_language') ?? metaText(meta, 'pll_language'))?.replace('_', '-');
  return locale !== undefined && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(locale) ? locale : null;
}

const utmNames = ['source', 'medium', 'campaign', 'content', 'term'];
const attribution = '_wc_order_attribution_';

/** Order attribution, kept by WooCommerce since 8.5. */
export function toSource(meta: MetaData): OrderSource | null {
  const read = (name: string): string | null => metaText(meta, attribution + name);
  const utm = utmNames.flatMap((name) => {
    const value = read(`utm_${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  const source = {
    channel: read('source_type'),
    landingPage: read('session_entry'),
    referrerUrl: read('referrer'),
    utm: Object.fromEntries(utm),
  };
  const isEmpty =
    source.channel === null && source.landingPage === null && source.referrerUrl === null && utm.length === 0;
  return isEmpty ? null : source;
}

/** Longer values are machine data that plugins park there. */
const longestAttribute = 1_000;

/** What the shop attached to an order for people to read: meta without a leading underscore, and the customer's note. */
export function toAttributes(meta: MetaData, customerNote: string | null): Readonly<Record<string, string>> {
  const entries = [...meta.keys()].flatMap((key) => {
    const value = key.startsWith('_') ? null : metaText(meta, key);
    return value === null || value.length > longestAttribute ? [] : [[key, value] as const];
  });
  return Object.fromEntries(customerNote === null ? entries : [...entries, ['customer_note', customerNote] as const]);
}
