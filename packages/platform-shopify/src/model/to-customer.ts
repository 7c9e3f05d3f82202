import type { Address, Consent, CustomerDetails } from '@regulars/core/commerce';
import type { Instant } from '@regulars/core/shared';
import type { AddressFacts, OrderFacts } from './facts.ts';

/** What Shopify says about e-mail marketing; null where that is nothing: `redacted`, `invalid`, or no state at all. */
export function toConsent(state: string | null, at: Instant | null, source: string | null): Consent | null {
  switch (state?.toLowerCase()) {
    case 'subscribed':
      return { state: 'subscribed', at, source };
    case 'unsubscribed':
      return { state: 'unsubscribed', at, source };
    case 'pending':
      return { state: 'pending', at, source };
    case 'not_subscribed':
      return { state: 'not_asked', at, source };
    default:
      return null;
  }
}

/** The buyer as the order tells them: at the till there may be nobody, and an erased one leaves nothing. */
export function toBuyer(order: OrderFacts): CustomerDetails | null {
  const { customer, billing } = order;
  const person = {
    externalId: customer?.id ?? null,
    email: order.email ?? customer?.email ?? null,
    phone: order.phone ?? customer?.phone ?? billing?.phone ?? null,
    firstName: customer?.firstName ?? billing?.firstName ?? null,
    lastName: customer?.lastName ?? billing?.lastName ?? null,
  };
  if (Object.values(person).every((part) => part === null)) return null;
  // An unticked box takes nothing back: who subscribed earlier did not unsubscribe by it.
  const consent = order.acceptsMarketing ? toConsent('subscribed', order.processedAt, 'checkout') : null;
  return { ...person, locale: toLocale(order.locale), consent };
}

/** Null unless it is a language tag. */
export function toLocale(locale: string | null): string | null {
  const tag = locale?.replace('_', '-') ?? '';
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

/** The parts of an address that are kept; null when it is empty. */
export function toAddress(address: AddressFacts | null): Address | null {
  if (address === null) return null;
  const kept = {
    country: toCountry(address.country),
    region: address.region,
    city: address.city,
    postcode: address.postcode,
  };
  return Object.values(kept).every((part) => part === null) ? null : kept;
}

export function toCountry(code: string | null): string | null {
  return code !== null && /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : null;
}
