import { betterAuth } from 'better-auth';
import pg from 'pg';

import { hashPassword, maxPasswordLength, minPasswordLength, verifyPassword } from './password.ts';

const hourSeconds = 3_600;
const daySeconds = 24 * hourSeconds;

/** Our own header: the address Fastify trusts, so that nobody can forge another one by X-Forwarded-For. */
export const clientAddressHeader = 'x-regulars-client-address';

export interface PeopleAuthOptions {
  readonly connectionString: string;
  /** Where people reach this instance, e.g. `https://regulars.agency.example`; cookies are Secure when it is https. */
  readonly publicUrl: string;
  /** At least 32 random bytes, base64; signs session cookies. */
  readonly secret: string;
  readonly cookiePrefix?: string;
}

export type PeopleAuth = ReturnType<typeof createPeopleAuth>['auth'];

/**
 * Sign-in of people by e-mail and password, kept in the schema `auth`. Nobody can sign up: the first owner comes by the
 * set-up link, others are added by an owner.
 */
export function createPeopleAuth({
  connectionString,
  publicUrl,
  secret,
  cookiePrefix = 'regulars',
}: PeopleAuthOptions) {
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 5_000,
    options: '-c role=regulars_app -c search_path=auth -c timezone=UTC',
    application_name: 'regulars access',
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const auth = betterAuth({
    database: pool,
    appName: 'Regulars',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      maxPasswordLength,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    // Links to a new password; see `password-link.ts`.
    verification: { storeIdentifier: 'hashed' },
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    session: { expiresIn: 7 * daySeconds, updateAge: hourSeconds, freshAge: 10 * 60 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  });
  return { auth, close: () => pool.end() };
}
