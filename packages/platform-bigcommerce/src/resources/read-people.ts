import { toRejection } from '@regulars/adapter-contracts';
import { fail, ok } from '@regulars/core/shared';
import { toConsent, toPlatformCustomer } from '../model/to-customer.ts';
import { wireCustomer, wireSubscriber } from '../wire/wire-customer.ts';
import type { ReadEvents } from './read-orders.ts';

export const withAddresses = { include: 'addresses' };

export function readCustomer(raw: unknown): ReadEvents {
  const read = wireCustomer.safeParse(raw);
  if (!read.success) return fail(toRejection('bigcommerce.invalid', read.error));
  return ok([{ kind: 'customerUpserted', customer: toPlatformCustomer(read.data) }]);
}

/** A subscriber is an address and what it consented to; whether it has an account is not told. */
export function readSubscriber(raw: unknown): ReadEvents {
  const read = wireSubscriber.safeParse(raw);
  if (!read.success) return fail(toRejection('bigcommerce.invalid', read.error));
  const { email } = read.data;
  if (email === null) return ok([{ kind: 'ignored', reason: 'subscriber.without_email' }]);
  return ok([{ kind: 'consentChanged', externalId: null, email, consent: toConsent(read.data) }]);
}
