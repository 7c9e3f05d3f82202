import { z } from 'zod';
import { parsePrivateNetworks, type Network } from './foundation/egress/private-networks.ts';
import { parseKeyRing } from './foundation/secrets/key-ring.ts';

const role = z.enum(['all', 'api', 'worker'], 'One of all, api, worker.');
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const urlOf = (protocol: RegExp, example: string) => z.url({ protocol, error: `An address such as ${example}.` });

/** How many proxies of one's own stand before the server. Whatever is left of their entries, the caller wrote himself. */
const proxies = z
  .enum(
    ['false', 'true', '1', '2', '3', '4', '5'],
    'false, or how many proxies of your own stand in front: 1 to 5 (true is 1).',
  )
  .transform((value) => (value === 'false' ? 0 : value === 'true' ? 1 : Number(value)));

/** Private networks that adapters may call. Explicit ranges are for a store in one's own network, `true` for development. */
const networks = z.string().transform((text, context): readonly Network[] => {
  const parsed = parsePrivateNetworks(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'false, true, or ranges such as 192.168.7.0/24, separated by commas.' });
  return z.NEVER;
});

const schema = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  REGULARS_ROLE: role.default('all'),
  REGULARS_DATA_DIR: z.string().min(1).default('.data'),
  REGULARS_PUBLIC_URL: urlOf(/^https?$/, 'https://regulars.agency.example').optional(),
  REGULARS_SECRET_KEYS: z
    .string()
    .refine(
      (text) => parseKeyRing(text) !== null,
      'Entries like id:base64 of 32 random bytes, separated by commas; the first one seals.',
    )
    .optional(),
  REGULARS_ADAPTERS: z.string().default(''),
  REGULARS_TRUST_PROXY: proxies.default(0),
  REGULARS_ALLOW_PRIVATE_NETWORK: networks.default([]),
  DATABASE_URL: urlOf(/^postgres(ql)?$/, 'postgres://user:password@host:5432/regulars').optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 500).default(20),
  REDIS_URL: urlOf(/^rediss?$/, 'redis://localhost:6379').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  // For tests: how soon a dead worker's claims are taken over, and where to die.
  REGULARS_LEASE_MS: wholeNumber(100, 3_600_000).default(120_000),
  REGULARS_POLL_MS: wholeNumber(10, 60_000).default(1_000),
  REGULARS_CRASH_AT: z.string().optional(),
});

/** What the environment says, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly role: 'all' | 'api' | 'worker';
  readonly dataDir: string;
  /** Where people and platforms reach this instance; without a trailing slash. */
  readonly publicUrl: string;
  readonly secretKeys: string | null;
  /** Packages with adapters of the agency's own. */
  readonly adapterPackages: readonly string[];
  /** Believe so many entries of X-Forwarded-For, from the right: only behind so many proxies of one's own. */
  readonly trustedProxies: number;
  /** Private networks that adapters may call: only where the operator runs a store there. */
  readonly openedNetworks: readonly Network[];
  /** Null: the embedded Postgres. */
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  /** Null: nudges through Postgres. */
  readonly redisUrl: string | null;
  readonly logLevel: string;
  readonly leaseMs: number;
  readonly pollMs: number;
  readonly crashAt: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the whole configuration; the only reader of the environment.
 *
 * @param overrides settings that win over the environment.
 * @throws ConfigError that names every problem at once.
 */
export function readConfig(overrides: Environment = {}, environment: Environment = process.env): Config {
  // An empty variable is one that was not set.
  const given = Object.fromEntries(
    Object.entries({ ...environment, ...overrides }).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(`The configuration cannot be used:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    role: value.REGULARS_ROLE,
    dataDir: value.REGULARS_DATA_DIR,
    publicUrl: (value.REGULARS_PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    secretKeys: value.REGULARS_SECRET_KEYS ?? null,
    adapterPackages: value.REGULARS_ADAPTERS.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    trustedProxies: value.REGULARS_TRUST_PROXY,
    openedNetworks: value.REGULARS_ALLOW_PRIVATE_NETWORK,
    databaseUrl: value.DATABASE_URL ?? null,
    databasePoolSize: value.DATABASE_POOL_SIZE,
    redisUrl: value.REDIS_URL ?? null,
    logLevel: value.LOG_LEVEL,
    leaseMs: value.REGULARS_LEASE_MS,
    pollMs: value.REGULARS_POLL_MS,
    crashAt: value.REGULARS_CRASH_AT ?? null,
  };
}
