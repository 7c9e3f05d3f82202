import type { Address, Consent, CustomerDetails, PlatformCustomer } from '@regulars/core/commerce';
import type { WireCustomer, WireSubscriber } from '../wire/wire-customer.ts';
import type { WireAddress, WireOrder } from '../wire/wire-order.ts';

/** Marketplaces give addresses of their own, which lead to the buyer and must not be used for marketing. */
const marketplaces = /^(amazon|ebay|facebook|instagram|walmart|etsy|google|tiktok|wish|mercadolibre)/i;

/** The buyer as the order tells them; null where it tells nobody. */
export function toBuyer(order: WireOrder): CustomerDetails | null {
  const { customer_id: externalId, billing_address: billing } = order;
  const person = {
    externalId,
    email: isOfMarketplace(order) ? null : (billing?.email ?? null),
    phone: billing?.phone ?? null,
    firstName: billing?.first_name ?? null,
    lastName: billing?.last_name ?? null,
  };
  if (Object.values(person).every((part) => part === null)) return null;
  // An unticked box takes nothing back: who subscribed earlier did not unsubscribe by it.
  const consent: Consent | null = order.is_email_opt_in
    ? { state: 'subscribed', at: order.date_created, source: 'checkout' }
    : null;
  return { ...person, locale: toLocale(order.customer_locale), consent };
}

function isOfMarketplace({ order_source: source, external_source: external }: WireOrder): boolean {
  return marketplaces.test(source ?? '') || marketplaces.test(external ?? '');
}

export function toPlatformCustomer(customer: WireCustomer): PlatformCustomer {
  const country = customer.addresses.map(({ country_code: code }) => toCountry(code)).find((code) => code !== null);
  return {
    externalId: customer.id,
    email: customer.email,
    phone: customer.phone,
    firstName: customer.first_name,
    lastName: customer.last_name,
    locale: null,
    // Told by the subscriber of the same address.
    consent: null,
    createdAt: customer.date_created,
    updatedAt: customer.date_modified,
    country: country ?? null,
    tags: [],
  };
}

/** Carts left behind have a consent of their own, which is not one to newsletters. */
export function toConsent({ consents, date_modified: at, source }: WireSubscriber): Consent {
  if (consents.includes('marketing_newsletter')) return { state: 'subscribed', at, source };
  return { state: consents.length === 0 ? 'unsubscribed' : 'not_asked', at, source };
}

/** Null unless it is a language tag. */
export function toLocale(locale: string | null): string | null {
  const tag = locale?.replace('_', '-') ?? '';
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

/** The parts of an address that are kept; null when it is empty. */
export function toAddress(address: WireAddress | null): Address | null {
  if (address === null) return null;
  const { country_iso2: country, state: region, city, zip: postcode } = address;
  const kept = { country: toCountry(country), region, city, postcode };
  return Object.values(kept).every((part) => part === null) ? null : kept;
}

function toCountry(code: string | null): string | null {
  return code !== null && /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : null;
}
