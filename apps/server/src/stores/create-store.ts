import { sql } from 'kysely';
import { z } from 'zod';
import { fail, isTimeZone, ok, parseCurrency, type Rejection, type Result, type StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import type { Directory } from './directory.ts';
import { findStore, insertStore } from './repository.ts';
import { storeSettings } from './store-settings.ts';
import type { Store } from './store.ts';
import { toRejections } from './to-rejections.ts';

/** What a room puts into every new store: its segments, its sequences, its templates. Registered by the composition. */
export type StoreInstaller = (tx: Tx, store: Store) => Promise<void>;

export interface CreateStoreDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly installers: readonly StoreInstaller[];
}

const zoneWanted = 'An IANA time zone, e.g. Europe/Amsterdam.';

export const newStoreSchema = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'A slug is made of a-z, 0-9 and -, at most 63, e.g. blue-bottle-roasters.'),
  name: storeSettings.name,
  url: storeSettings.url.default(null),
  currency: z
    .string()
    .refine((code) => parseCurrency(code) !== null, 'An ISO 4217 code, e.g. EUR.')
    .default('EUR'),
  timeZone: z.string().refine(isTimeZone, zoneWanted).default('Europe/Amsterdam'),
  locale: storeSettings.locale.default('en'),
  sender: storeSettings.sender.optional(),
  postalAddress: storeSettings.postalAddress.default(null),
});

export type NewStore = z.input<typeof newStoreSchema>;

/** Makes a store with everything the rooms bring along, in one transaction. */
export async function createStore(
  { database, directory, installers }: CreateStoreDeps,
  input: NewStore,
): Promise<Result<Store, readonly Rejection[]>> {
  const parsed = newStoreSchema.safeParse(input);
  if (!parsed.success) return fail(toRejections('store.invalid', parsed.error));
  const { sender, ...rest } = parsed.data;
  const id: StoreId = newId();
  const currency = parseCurrency(rest.currency);
  if (currency === null) throw new RangeError('The schema let an unknown currency pass.');

  const store = await database.withStore(id, async (tx) => {
    if (!(await knowsTimeZone(tx, rest.timeZone))) return 'zone_unknown';
    const draft = { ...rest, id, currency, sender: sender ?? defaultSender(rest.name, rest.slug) };
    if (!(await insertStore(tx, draft))) return null;
    const inserted = await findStore(tx, id);
    if (inserted === null) throw new Error('A store vanished in the transaction that made it.');
    for (const install of installers) await install(tx, inserted);
    return inserted;
  });
  if (store === 'zone_unknown') return fail([{ code: 'store.invalid', path: '/timeZone', message: zoneWanted }]);
  directory.forget();
  if (store === null) {
    return fail([
      {
        code: 'store.slug_taken',
        path: '/slug',
        message: `Another store has the slug ${rest.slug}; choose another one.`,
      },
    ]);
  }
  return ok(store);
}

/** Until the agency says who writes: the shop itself, at a domain that can receive nothing (RFC 2606). */
function defaultSender(name: string, slug: string): Store['sender'] {
  return { name, role: '', email: `hello@${slug}.example`, replyTo: null };
}

/** Of the zones this runtime knows, Postgres may miss some, and would fail at every day it is asked to count. */
async function knowsTimeZone(tx: Tx, timeZone: string): Promise<boolean> {
  const { rows } = await sql`select from pg_timezone_names where lower(name) = lower(${timeZone})`.execute(tx);
  return rows.length > 0;
}
