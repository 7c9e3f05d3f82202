import { createHash, randomBytes } from 'node:crypto';

import type { StoreId } from '@regulars/core/shared';

import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { newId } from '../foundation/ids.ts';
import { storesErrors } from '../stores/door.ts';
import { createPerson, toLimit } from './create-person.ts';
import { accessErrors } from './errors.ts';
import { findInvitation, saveInvitation, spendInvitation, type Invitation } from './invitation-repository.ts';
import { hashPassword } from './password.ts';
import { areStores, isEmailTaken } from './people-repository.ts';
import type { Role } from './roles.ts';

export interface InviteDeps {
  readonly database: Database;
  readonly publicUrl: string;
}

/**
 * Lets somebody join by a one-time link, shown this once: whoever made it sends it, by whatever way they trust.
 * Throws `access.email_taken` or `store.not_found`.
 */
export async function invitePerson(
  { database, publicUrl }: InviteDeps,
  invited: { readonly email: string; readonly role: Role; readonly storeIds: readonly StoreId[] | null },
): Promise<{ readonly invitation: Invitation; readonly link: string }> {
  const token = randomBytes(24).toString('base64url');
  const storeIds = toLimit(invited.role, invited.storeIds);
  const invitation = await database.withDirectory(async (tx) => {
    if (await isEmailTaken(tx, invited.email)) throw problem(accessErrors, 'access.email_taken');
    if (storeIds !== null && !(await areStores(tx, storeIds))) throw problem(storesErrors, 'store.not_found');
    return saveInvitation(tx, { ...invited, id: newId<'Invitation'>(), storeIds, tokenHash: hashToken(token) });
  });
  return { invitation, link: `${publicUrl.replace(/\/$/, '')}/join?token=${token}` };
}

/** Whom a link invites; throws `access.invitation_invalid`. */
export async function readInvitation(database: Database, token: string): Promise<Invitation> {
  const invitation = await database.withDirectory((tx) => findInvitation(tx, hashToken(token)));
  if (invitation === null) throw invalid();
  return invitation;
}

/** Makes the invited person one of the people, once; throws `access.invitation_invalid` or `access.email_taken`. */
export async function acceptInvitation(
  database: Database,
  { token, name, password }: { readonly token: string; readonly name: string; readonly password: string },
): Promise<Invitation> {
  // Looked up first: a stranger without the link must not make us hash passwords.
  await readInvitation(database, token);
  const passwordHash = await hashPassword(password);
  return database.withDirectory(async (tx) => {
    const invitation = await spendInvitation(tx, hashToken(token));
    if (invitation === null) throw invalid();
    const { email, role, storeIds } = invitation;
    await createPerson(tx, { name, email, role, storeIds, passwordHash });
    return invitation;
  });
}

function invalid() {
  return problem(
    accessErrors,
    'access.invitation_invalid',
    'It was used or taken back, or is older than a week. Ask whoever sent it for a new one.',
  );
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
