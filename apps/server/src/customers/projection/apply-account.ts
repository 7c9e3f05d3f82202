import { toEmailKey, type Consent, type PlatformCustomer } from '@regulars/core/commerce';
import { eraseCustomer } from './erase-customer.ts';
import { resolveCustomer, takeOverConsent, tellChange, withdrawConsent } from './resolve-customer.ts';
import type { StatementContext, Verdict } from './statement.ts';
import { bury, externalKey, tombstoneKey, type CustomerState, type World } from './world.ts';

/** The platform's own record of a customer. */
export function applyAccount(world: World, context: StatementContext, account: PlatformCustomer): Verdict {
  const known = findKnown(world, context, account.externalId, account.email);
  const customer = resolveCustomer(world, context, {
    person: account,
    country: account.country,
    isAccount: 1,
    at: account.updatedAt,
    since: account.createdAt ?? account.updatedAt,
  });
  if (customer === null || customer.erasedAt !== null) return { change: 'ignored', reason: 'customer.erased' };
  if (customer.accountUpdatedAt === null || account.updatedAt >= customer.accountUpdatedAt) {
    const isTagged = JSON.stringify(customer.tags) !== JSON.stringify(account.tags);
    if (isTagged || customer.accountUpdatedAt !== account.updatedAt) world.changed.customers.add(customer.id);
    customer.tags = account.tags;
    customer.accountUpdatedAt = account.updatedAt;
    if (isTagged && known !== null) tellChange(world, customer, account.updatedAt);
  }
  return { change: known === null ? 'inserted' : 'updated', reason: null };
}

/** The account is gone at the platform: what was bought stays, marketing ends. */
export function applyAccountDeletion(world: World, context: StatementContext, externalId: string): Verdict {
  bury(world, tombstoneKey('customer', context.connectionId, externalId), context.receivedAt);
  const customer = findKnown(world, context, externalId, null);
  if (customer === null) return { change: 'ignored', reason: 'customer.unknown' };
  withdrawConsent(world, customer, context.receivedAt);
  return { change: 'updated', reason: null };
}

/** What somebody said about marketing. Kept even for one who has not bought yet. */
export function applyConsent(
  world: World,
  context: StatementContext,
  statement: { readonly externalId: string | null; readonly email: string | null; readonly consent: Consent },
): Verdict {
  const at = statement.consent.at ?? context.receivedAt;
  const known = findKnown(world, context, statement.externalId, statement.email);
  const { externalId, email } = statement;
  const customer = resolveCustomer(world, context, {
    person: { externalId, email },
    country: null,
    isAccount: 0,
    at,
    since: at,
  });
  if (customer === null) return { change: 'ignored', reason: 'customer.unnamed' };
  if (customer.erasedAt !== null) return { change: 'ignored', reason: 'customer.erased' };
  const { state, source } = statement.consent;
  takeOverConsent(world, customer, { state, source, at });
  return { change: known === null ? 'inserted' : 'updated', reason: null };
}

/** Forgets a person. Somebody unknown is remembered by hash, for what may still be under way about them. */
export function applyErasure(
  world: World,
  context: StatementContext,
  externalId: string | null,
  email: string | null,
): Verdict {
  const at = context.receivedAt;
  if (email !== null) world.toForget.add(email);
  // The account and the address may be known as two customers: both are meant.
  const known = [findKnown(world, context, externalId, null), findKnown(world, context, null, email)].filter(
    (customer) => customer !== null,
  );
  const mention = { person: { externalId, email }, country: null, isAccount: 1, at, since: at } as const;
  const named =
    known.length > 0 ? known : [resolveCustomer(world, context, mention)].filter((customer) => customer !== null);
  if (named.length === 0) return { change: 'ignored', reason: 'customer.unnamed' };
  for (const customer of named) eraseCustomer(world, customer, at);
  return { change: 'updated', reason: null };
}

/** The customer by their account, else by their address. */
export function findKnown(
  world: World,
  { connectionId }: StatementContext,
  externalId: string | null,
  email: string | null,
): CustomerState | null {
  const emailKey = email === null ? null : toEmailKey(email);
  const id =
    (externalId === null ? undefined : world.identities.get(externalKey(connectionId, externalId))) ??
    (emailKey === null ? undefined : world.emails.get(emailKey));
  return (id === undefined ? undefined : world.customers.get(id)) ?? null;
}
