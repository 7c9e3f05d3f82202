import { createPerson } from '../src/access/create-person.ts';
import { hashPassword } from '../src/access/password.ts';
import type { Role } from '../src/access/roles.ts';
import type { StoreId } from '@regulars/core/shared';
import { testPublicUrl, type TestHttpApp } from './create-test-http-app.ts';

export const testPassword = 'a long enough password';

/** Adds a person and signs them in; answers the headers of their browser. */
export async function signIn(
  { app, database }: Pick<TestHttpApp, 'app' | 'database'>,
  {
    role,
    email = `${role}@agency.example`,
    storeIds = null,
  }: { role: Role; email?: string; storeIds?: readonly StoreId[] | null },
): Promise<{ readonly cookie: string; readonly origin: string }> {
  const passwordHash = await hashPassword(testPassword);
  await database.withDirectory((tx) => createPerson(tx, { name: role, email, role, passwordHash, storeIds }));
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: { origin: testPublicUrl },
    payload: { email, password: testPassword },
  });
  if (answer.statusCode !== 204) throw new Error(`Signing in answered ${answer.statusCode}: ${answer.body}`);
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return { cookie, origin: testPublicUrl };
}
