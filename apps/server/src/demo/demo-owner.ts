import type { PeopleAuth } from '../access/door.ts';
import { createPerson } from '../access/create-person.ts';
import { hashPassword } from '../access/password.ts';
import { hasPeople } from '../access/people-repository.ts';
import type { Database } from '../foundation/database/database.ts';
import { deriveKey, type KeyRing } from '../foundation/secrets/key-ring.ts';

const email = 'owner@demo.example';

/** Nobody types it: it follows from the demo's own secret key. */
function toPassword(keyRing: KeyRing): string {
  return deriveKey(keyRing, 'demo owner').toString('base64url');
}

/** Gives a new demo its owner, so that nobody has to set anything up. */
export async function createDemoOwner(database: Database, keyRing: KeyRing): Promise<void> {
  if (await database.withDirectory(hasPeople)) return;
  const passwordHash = await hashPassword(toPassword(keyRing));
  await database.withDirectory((tx) =>
    createPerson(tx, { name: 'You', email, passwordHash, role: 'owner', storeIds: [] }),
  );
}

/**
 * Signs the demo's owner in.
 *
 * @returns the cookies of the session.
 */
export async function signDemoOwnerIn(
  auth: PeopleAuth,
  keyRing: KeyRing,
  publicUrl: string,
): Promise<readonly string[]> {
  const answer = await auth.handler(
    new Request(new URL('/api/auth/sign-in/email', publicUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(publicUrl).origin },
      body: JSON.stringify({ email, password: toPassword(keyRing) }),
    }),
  );
  if (!answer.ok) throw new Error(`The demo’s owner could not sign in: ${answer.status}.`);
  return answer.headers.getSetCookie();
}
