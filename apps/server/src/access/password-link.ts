import { randomBytes } from 'node:crypto';

import { isAPIError } from 'better-auth/api';
import { dayMs, toInstant, type Instant } from '@regulars/core/shared';

import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import type { Action } from '../foundation/http/index.ts';
import { accessErrors } from './errors.ts';
import type { PeopleAuth } from './people-auth.ts';
import { endPasswordLinks, findPerson, lockPerson, type Person } from './people-repository.ts';
import { requireRightsOf } from './require-rights-of.ts';

export interface PasswordLinkDeps {
  readonly database: Database;
  readonly auth: PeopleAuth;
  readonly publicUrl: string;
}

export interface PasswordLink {
  readonly link: string;
  readonly expiresAt: Instant;
}

/**
 * Makes the one-time link by which somebody chooses a new password, shown this once; it serves a day and ends earlier
 * ones. Throws `access.person_not_found`, and `access.forbidden` for somebody who may do more than its maker.
 *
 * @param makerMayDo what whoever asks for it may do: who holds the link can do all that its person can
 */
export async function createPasswordLink(
  { database, auth, publicUrl }: PasswordLinkDeps,
  personId: string,
  makerMayDo: ReadonlySet<Action>,
): Promise<PasswordLink> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await auth.$context;
  const expiresAt = await database.withDirectory(async (tx, now) => {
    // Neither another link nor another role comes in between.
    const person = await lockPerson(tx, personId);
    if (person === null) throw problem(accessErrors, 'access.person_not_found');
    requireRightsOf(person.role, makerMayDo);
    await endPasswordLinks(tx, personId);
    const endsAt = toInstant(now + dayMs);
    const identifier = toIdentifier(token);
    await internalAdapter.createVerificationValue({ identifier, value: personId, expiresAt: new Date(endsAt) });
    return endsAt;
  });
  return { link: `${publicUrl.replace(/\/$/, '')}/new-password?token=${token}`, expiresAt };
}

/** Whose password a link changes; throws `access.password_link_invalid`. */
export async function readPasswordLink(
  { database, auth }: Pick<PasswordLinkDeps, 'database' | 'auth'>,
  token: string,
): Promise<Person> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findVerificationValue(toIdentifier(token));
  if (found === null) throw invalid();
  const person = await database.withDirectory(async (tx, now) =>
    found.expiresAt.getTime() > now ? findPerson(tx, found.value) : null,
  );
  if (person === null) throw invalid();
  return person;
}

/**
 * Uses the link up: the password is another one from now on, and every session of the person has ended, in one
 * transaction of better-auth. Throws `access.password_link_invalid`.
 */
export async function choosePassword(
  auth: PeopleAuth,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<void> {
  try {
    await auth.api.resetPassword({ body: { token, newPassword: password } });
  } catch (error) {
    if (isAPIError(error) && refusals.has(error.body?.code)) throw invalid();
    throw error;
  }
}

/** The person may have been taken out since. */
const refusals: ReadonlySet<string | undefined> = new Set(['INVALID_TOKEN', 'USER_NOT_FOUND']);

/** Where better-auth looks for a token of its own reset of passwords. It keeps the SHA-256 of this. */
function toIdentifier(token: string): string {
  return `reset-password:${token}`;
}

function invalid() {
  return problem(
    accessErrors,
    'access.password_link_invalid',
    'It was used or replaced by a newer one, or is older than a day. Ask an owner for a new one.',
  );
}
