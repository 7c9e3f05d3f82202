import { sql } from 'kysely';
import type { MailAdapter } from '@regulars/adapter-contracts';
import { defaultSendPolicy, type MailRequest, type SendPolicy } from '@regulars/core/messaging';
import { playbookTemplates } from '@regulars/core/sequences';
import {
  minuteMs,
  plus,
  toInstant,
  type ConnectionId,
  type CustomerId,
  type EffectId,
  type Instant,
  type StoreId,
} from '@regulars/core/shared';
import { mailgun } from '@regulars/mail-mailgun';
import { smtp } from '@regulars/mail-smtp';
import {
  createDeliveryLanes,
  createMailAccounts,
  createMailboxAdapter,
  createMessageTokens,
  createTemplateCompiler,
  createTemplateLibrary,
  installTemplates,
  type MailFacts,
} from '../src/delivery/door.ts';
import type { Tx } from '../src/foundation/database/database.ts';
import { planEffects, toEffectId } from '../src/foundation/effects/plan-effects.ts';
import { newId } from '../src/foundation/ids.ts';
import type { Lane } from '../src/foundation/lanes/lane.ts';
import { createSealer } from '../src/foundation/secrets/seal.ts';
import { createDirectory } from '../src/stores/directory.ts';
import { createConnection, findStore, type AdapterRegistry } from '../src/stores/door.ts';
import { createStore } from '../src/stores/create-store.ts';
import { openTestDatabase, type OpenTestDatabase } from './open-test-database.ts';

export type DeliveryWorld = Awaited<ReturnType<typeof startDeliveryWorld>>;

/** Compiled once for all tests of a file. */
const compiler = createTemplateCompiler();

/** One store at noon, with the playbook's letters, and the room of delivery around it. */
export async function startDeliveryWorld(
  options: {
    readonly facts?: readonly MailFacts[];
    readonly mail?: readonly MailAdapter[];
    readonly policy?: SendPolicy;
  } = {},
) {
  const opened: OpenTestDatabase = await openTestDatabase();
  const { database, clock } = opened;
  const sealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 1) }]);
  const mailAdapters = [
    createMailboxAdapter(database),
    smtp,
    mailgun,
    ...(options.mail ?? []),
  ] as readonly MailAdapter[];
  const adapters: AdapterRegistry = {
    platformAdapters: [],
    mailAdapters,
    findPlatformAdapter: () => null,
    findMailAdapter: (id) => mailAdapters.find((adapter) => adapter.id === id) ?? null,
  };
  // Nothing is remembered between two looks: tests change settings and look again at once.
  let monotonicMs = 0;
  const directory = createDirectory(database, sealer, () => (monotonicMs += 10_000));
  const accounts = createMailAccounts({
    directory,
    adapters,
    adapterContext: { timeoutMs: 2_000, allowPrivateNetwork: true },
  });
  const tokens = createMessageTokens(Buffer.alloc(32, 7));
  const checkInTokens = createMessageTokens(Buffer.alloc(32, 8));
  const publicUrl = 'https://mail.agency.test';
  const claimDeps = {
    library: createTemplateLibrary(),
    tokens,
    checkInTokens,
    publicUrl,
    facts: options.facts ?? [],
    policy: options.policy ?? defaultSendPolicy,
  };
  const lanes = createDeliveryLanes({
    ...claimDeps,
    database,
    directory,
    accounts,
    adapters,
    leaseMs: 60_000,
    providerTimeoutMs: 2_000,
  });
  const lane = (name: string): Lane => {
    const found = lanes.find((each) => each.name === `delivery.${name}`);
    if (found === undefined) throw new Error(`The lane ${name} is missing.`);
    return found;
  };

  /** A store of its own for each test; its clock stands at noon. */
  async function openStore(slug = `shop-${newId().slice(-12)}`): Promise<StoreId> {
    const created = await createStore(
      {
        database,
        directory,
        installers: [async (tx, store) => void (await installTemplates(tx, store.id, compiler, playbookTemplates))],
      },
      {
        slug,
        name: 'Blue Bottle',
        timeZone: 'UTC',
        sender: { name: 'Anna', role: 'Owner', email: 'anna@shop.test' },
        postalAddress: 'Harbour 1, Amsterdam',
      },
    );
    if (!created.ok) throw new Error(JSON.stringify(created.failure));
    return created.value.id;
  }

  const inStore = <Value>(storeId: StoreId, work: (tx: Tx, now: Instant) => Promise<Value>) =>
    database.withStore(storeId, work);
  const addCustomer = async (
    storeId: StoreId,
    { email = `ada-${newId()}@buyer.test`, consent = 'subscribed', locale = 'en' } = {},
  ): Promise<CustomerId> => {
    const id: CustomerId = newId();
    await inStore(storeId, (tx) =>
      sql`insert into customer (store_id, id, email, email_key, first_name, locale, consent_state) values (${storeId}, ${id}, ${email}, ${email.toLowerCase()}, 'Ada', ${locale}, ${consent})`.execute(
        tx,
      ),
    );
    return id;
  };
  let planned = 0;
  const plan = async (
    storeId: StoreId,
    customerId: CustomerId,
    request: Partial<MailRequest> & Record<string, unknown> = {},
    dueInMs = 0,
  ): Promise<EffectId> => {
    const key = `test|${(planned += 1)}`;
    const id = toEffectId(storeId, key);
    const payload = { templateKey: 'check-in', purpose: 'marketing', orderId: null, enrollment: null, ...request };
    await inStore(storeId, (tx, now) =>
      planEffects(tx, storeId, [{ id, kind: 'mail', key, customerId, dueAt: plus(now, dueInMs), payload }]),
    );
    return id;
  };
  const connect = (
    storeId: StoreId,
    adapterId: string,
    config: unknown,
    webhookSecret: string | null = null,
  ): Promise<{ id: ConnectionId; hookToken: string }> =>
    inStore(storeId, (tx) =>
      createConnection(tx, sealer, storeId, { purpose: 'mail', adapterId, config, webhookSecret }),
    );
  const stateOf = async (storeId: StoreId, id: EffectId) => {
    const { rows } = await inStore(storeId, (tx) =>
      sql<{ state: string; reason: string | null }>`select state, reason from effect where id = ${id}`.execute(tx),
    );
    const { state, reason } = rows[0] ?? { state: 'missing', reason: null };
    return reason === null ? state : `${state}: ${reason}`;
  };
  const eventsOf = async (storeId: StoreId, customerId: CustomerId) => {
    const { rows } = await inStore(storeId, (tx) =>
      sql<{
        kind: string;
        data: Record<string, unknown>;
      }>`select kind, data from event where customer_id = ${customerId} order by seq`.execute(tx),
    );
    return rows;
  };
  const mailbox = async (storeId: StoreId) => {
    const { rows } = await inStore(storeId, (tx) =>
      sql<{
        id: EffectId;
        subject: string;
        html: string;
        text: string;
        headers: Record<string, string>;
        recipient: string;
      }>`select * from mailbox_message order by received_at`.execute(tx),
    );
    return rows;
  };

  /** Shifts the database's clock to the next noon UTC, so that no quiet hours disturb. */
  async function setNoon(): Promise<void> {
    clock.shiftMs = 0;
    const now = await database.withDirectory(async (_tx, at) => at);
    const day = 24 * 60 * minuteMs;
    clock.shiftMs = (Math.floor(now / day) + 1) * day + 12 * 60 * minuteMs - now;
  }
  await setNoon();

  return {
    database,
    clock,
    sealer,
    directory,
    adapters,
    accounts,
    tokens,
    checkInTokens,
    publicUrl,
    compiler,
    claimDeps,
    send: lane('send'),
    resolve: lane('resolve'),
    receipts: lane('receipts'),
    forget: lane('forget'),
    pullSuppressions: lane('pull-suppressions'),
    pushSuppressions: lane('push-suppressions'),
    reports: lane('reports'),
    openStore,
    addCustomer,
    plan,
    connect,
    stateOf,
    eventsOf,
    mailbox,
    inStore,
    setNoon,
    store: (storeId: StoreId) => database.withDirectory((tx) => findStore(tx, storeId)),
    now: () => database.withDirectory(async (_tx, at) => toInstant(at)),
    close: async () => {
      await accounts.close();
      await opened.close();
    },
  };
}
