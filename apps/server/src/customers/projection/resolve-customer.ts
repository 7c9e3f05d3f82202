import { toEmailKey, type CustomerDetails } from '@regulars/core/commerce';
import type { CustomerId, Instant } from '@regulars/core/shared';
import { newId } from '../../foundation/ids.ts';
import { hashEmailKey, hashIdentity } from './erasure.ts';
import { mergeDetails, type Details } from './merge-details.ts';
import { mergeConsent, type KnownConsent } from './merge-consent.ts';
import type { StatementContext } from './statement.ts';
import { externalKey, tombstoneKey, type CustomerState, type World } from './world.ts';

/** Who a statement says somebody is, and as of when. */
export interface Mention {
  readonly person: Pick<CustomerDetails, 'externalId' | 'email'> &
    Partial<Omit<CustomerDetails, 'externalId' | 'email'>>;
  readonly country: string | null;
  readonly isAccount: 0 | 1;
  readonly at: Instant;
  /** When what is spoken of began: the order was placed, the account was made. */
  readonly since: Instant;
  /** Left out for an order or an account. */
  readonly origin?: 'checkout';
}

const nothing: Details = { email: null, phone: null, firstName: null, lastName: null, locale: null, country: null };

/**
 * The customer a statement speaks of: by the platform's id, else by e-mail key, else a new one. A guest and an account
 * with the same address are one customer. Takes over what the statement says of them.
 *
 * @returns null when it names neither an account nor a usable address.
 */
export function resolveCustomer(world: World, context: StatementContext, mention: Mention): CustomerState | null {
  const { externalId, email } = mention.person;
  const emailKey = email === null ? null : toEmailKey(email);
  if (externalId === null && emailKey === null) return null;

  const erased = findErased(world, context, externalId, emailKey, mention.since);
  if (erased !== null) {
    if (email !== null) world.toForget.add(email);
    return erased;
  }
  const identity = externalId === null ? null : externalKey(context.connectionId, externalId);
  const knownId =
    (identity === null ? undefined : world.identities.get(identity)) ??
    (emailKey === null ? undefined : world.emails.get(emailKey));
  const customer =
    (knownId === undefined ? undefined : world.customers.get(knownId)) ?? addCustomer(world, context, mention);
  if (identity !== null && !world.identities.has(identity)) {
    world.identities.set(identity, customer.id);
    world.changed.identities.add(identity);
  }
  takeOverDetails(world, customer, emailKey, mention);
  if (mention.person.consent) {
    const { state, source, at } = mention.person.consent;
    // An undated yes of a checkout was given when the order was placed; an account's is as of its latest version.
    const saidAt = at ?? (mention.isAccount === 1 ? mention.at : mention.since);
    takeOverConsent(world, customer, { state, source, at: saidAt });
  }
  const accountDeletedAt =
    externalId === null ? undefined : world.tombstones.get(tombstoneKey('customer', context.connectionId, externalId));
  if (accountDeletedAt !== undefined) withdrawConsent(world, customer, accountDeletedAt);
  return customer;
}

/** Closing an account says "leave me alone", until the customer says otherwise. */
export function withdrawConsent(world: World, customer: CustomerState, at: Instant): void {
  takeOverConsent(world, customer, { state: 'unsubscribed', source: 'account deleted', at });
}

export function takeOverConsent(
  world: World,
  customer: CustomerState,
  statement: KnownConsent & { readonly at: Instant },
): void {
  const consent = mergeConsent(customer.consent, statement);
  const { state, source, at } = customer.consent;
  if (consent.state === state && consent.source === source && consent.at === at) return;
  customer.consent = consent;
  world.changed.customers.add(customer.id);
  if (consent.state !== state) {
    const data = { state: consent.state, source: consent.source };
    world.events.push({ customerId: customer.id, kind: 'consentChanged', at: statement.at, data });
  }
}

function findErased(
  world: World,
  { connectionId }: StatementContext,
  externalId: string | null,
  emailKey: string | null,
  since: Instant,
): CustomerState | null {
  const hashes = [
    ...(externalId === null ? [] : [hashIdentity(world.storeId, connectionId, externalId)]),
    ...(emailKey === null ? [] : [hashEmailKey(world.storeId, emailKey)]),
  ];
  for (const hash of hashes) {
    const entry = world.erased.get(hash);
    // Whoever comes back after having been erased is a new customer; news of what was before is not.
    if (entry !== undefined && since <= entry.erasedAt) return world.customers.get(entry.customerId) ?? null;
  }
  return null;
}

function addCustomer(
  world: World,
  { source }: StatementContext,
  { isAccount, since, origin }: Pick<Mention, 'isAccount' | 'since' | 'origin'>,
): CustomerState {
  const customer: CustomerState = {
    id: newId<'Customer'>() satisfies CustomerId,
    details: nothing,
    said: {},
    emailKey: null,
    tags: [],
    consent: { state: 'unknown', source: null, at: null },
    accountUpdatedAt: null,
    erasedAt: null,
    createdAt: since,
    values: new Map(),
  };
  world.customers.set(customer.id, customer);
  world.changed.customers.add(customer.id);
  const data = { source: origin ?? (source === 'order' && isAccount === 1 ? 'platform' : source) };
  world.events.push({ customerId: customer.id, kind: 'customerCreated', at: since, data });
  return customer;
}

function takeOverDetails(world: World, customer: CustomerState, emailKey: string | null, mention: Mention): void {
  const { email, phone = null, firstName = null, lastName = null, locale = null } = mention.person;
  // An address that another customer has stays theirs: two accounts may be told apart by nothing else.
  const holder = emailKey === null ? undefined : world.emails.get(emailKey);
  const isFree = emailKey !== null && (holder === undefined || holder === customer.id);
  const merged = mergeDetails(customer, {
    isAccount: mention.isAccount,
    at: mention.at,
    details: { email: isFree ? email : null, phone, firstName, lastName, locale, country: mention.country },
  });
  if (mention.since < customer.createdAt) {
    customer.createdAt = mention.since;
    world.changed.customers.add(customer.id);
  }
  if (JSON.stringify(merged.said) === JSON.stringify(customer.said) && !merged.isChanged) return;
  const isNew = Object.keys(customer.said).length === 0;
  if (merged.details.email !== customer.details.email) moveEmail(world, customer, merged.details.email);
  customer.details = merged.details;
  customer.said = merged.said;
  world.changed.customers.add(customer.id);
  if (merged.isChanged && !isNew) tellChange(world, customer, mention.at);
}

/** Told once a batch: it only says "look again". */
export function tellChange(world: World, customer: CustomerState, at: Instant): void {
  const isTold = world.events.some(({ kind, customerId }) => kind === 'customerChanged' && customerId === customer.id);
  if (!isTold) world.events.push({ customerId: customer.id, kind: 'customerChanged', at, data: {} });
}

function moveEmail(world: World, customer: CustomerState, email: string | null): void {
  if (customer.emailKey !== null) world.emails.delete(customer.emailKey);
  customer.emailKey = email === null ? null : toEmailKey(email);
  if (customer.emailKey !== null) world.emails.set(customer.emailKey, customer.id);
}
