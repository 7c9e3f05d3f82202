import { createTransport } from 'nodemailer';
import { sql } from 'kysely';
import { defineMailAdapter, type MailAdapter } from '@regulars/adapter-contracts';
import { startSmtpSink } from '@regulars/adapter-testkit';
import { z } from 'zod';
import type { Lane } from '@regulars/server/foundation/lanes/lane.ts';
import { keepStatisticsFresh } from '@regulars/server/foundation/database/refresh-statistics.ts';
import { planEffects, toEffectId } from '@regulars/server/foundation/effects/plan-effects.ts';
import { ensureCustomer } from '@regulars/server/customers/door.ts';
import { addConnection } from '@regulars/server/stores/add-connection.ts';
import { createBenchStore, openInstance, type BenchInstance } from './bench-store.ts';
import type { BenchDatabase } from './instance.ts';
import type { Figure } from './report.ts';

const mailsByNobody = 10_000;
const mailsBySmtp = 1_000;
const smtpRounds = 10;
const workers = 2;

/** A provider that takes everything at once: what is left is our own work. */
const noop = defineMailAdapter({
  id: 'bench-noop',
  displayName: 'No-op provider',
  capabilities: { resolution: 'none', deliveryEvents: false, concurrency: 50 },
  configSchema: z.strictObject({}),
  connect: () => ({
    checkAccess: () => Promise.resolve(),
    send: () => Promise.resolve({ status: 'accepted' as const, providerReference: null }),
    findMessage: () => Promise.resolve('absent' as const),
    close: () => Promise.resolve(),
  }),
  receipts: null,
}) as MailAdapter;

/** Mails per second: gates, rendering, the ledger and the provider; with nobody at the other end, and by SMTP to a sink. */
export async function measureSend(bench: BenchDatabase): Promise<readonly Figure[]> {
  const instance = await openInstance(bench, [noop]);
  const statistics = keepStatisticsFresh(bench.connectionString);
  const sink = await startSmtpSink({ keptMessages: 1 });
  try {
    const noopFigure = await measure(instance, 'noop', 'bench-noop', {}, mailsByNobody, 'no-op provider');
    // In turns, so that whatever warms up or gets in the way does so for both; the first round only warms up, and of the
    // others the middle one counts.
    const rounds: { readonly ours: Figure; readonly plain: Figure }[] = [];
    for (let round = 1; round <= smtpRounds; round += 1) {
      const config = { host: sink.host, port: sink.port, requireTls: false };
      const ours = await measure(instance, `smtp-${round}`, 'smtp', config, mailsBySmtp, 'SMTP to a sink');
      const plain = await measurePlainNodemailer(sink.host, sink.port, await readOneMail(instance, `smtp-${round}`));
      rounds.push({ ours, plain });
    }
    const ours = findMiddle(rounds.slice(1).map((round) => round.ours));
    const plain = findMiddle(rounds.slice(1).map((round) => round.plain));
    return [noopFigure, plain, { ...ours, baseline: { name: 'plain nodemailer', perSecond: plain.perSecond } }];
  } finally {
    await statistics.stop();
    await sink.close();
    await instance.rooms.close();
    await instance.close();
  }
}

async function measure(
  instance: BenchInstance,
  slug: string,
  adapterId: string,
  config: unknown,
  mails: number,
  name: string,
): Promise<Figure> {
  const { store } = await createBenchStore(instance, slug);
  const connected = await addConnection(instance, store.id, {
    purpose: 'mail',
    adapterId,
    config,
    webhookSecret: null,
  });
  if (!connected.ok) throw new Error(JSON.stringify(connected.failure));
  await instance.database.withStore(store.id, async (tx, now) => {
    const effects = [];
    for (let index = 0; index < mails; index += 1) {
      const customerId = await ensureCustomer(
        tx,
        store.id,
        { email: `c${index}@example.test`, firstName: 'Ann', locale: 'en', saidYesAt: null },
        now,
      );
      const key = `mail|bench|${index}`;
      const payload = { templateKey: 'thank-you', purpose: 'transactional', enrollment: null, orderId: null };
      effects.push({ id: toEffectId(store.id, key), kind: 'mail' as const, key, customerId, dueAt: now, payload });
    }
    await planEffects(tx, store.id, effects);
  });
  const lane = instance.rooms.lanes.find((candidate: Lane) => candidate.name === 'delivery.send');
  if (lane === undefined) throw new Error('There is no lane that sends.');
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while ((await lane.work(store.id)) > 0);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const states = await instance.database.withStore(
    store.id,
    async (tx) =>
      (
        await sql<{
          state: string;
          reason: string | null;
          n: number;
        }>`select state, reason, count(*) as n from effect where kind = 'mail' group by 1, 2`.execute(tx)
      ).rows,
  );
  if (states.length !== 1 || states[0]?.state !== 'accepted' || states[0].n !== mails)
    throw new Error(`Not all mails were accepted: ${JSON.stringify(states)}`);
  return { name, perSecond: mails / seconds, details: `${((user + system) / 1_000 / mails).toFixed(2)} CPU-ms each` };
}

function findMiddle(figures: readonly Figure[]): Figure {
  const middle = figures.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(figures.length / 2)];
  if (middle === undefined) throw new Error('There is no round.');
  return middle;
}

interface RenderedMail {
  readonly from: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What was just sent, so that the yardstick carries the same load. */
async function readOneMail(instance: BenchInstance, slug: string): Promise<RenderedMail> {
  const store = (await instance.directory.stores()).find((candidate) => candidate.slug === slug);
  if (store === undefined) throw new Error(`There is no store ${slug}.`);
  const { rows } = await instance.database.withStore(store.id, (tx) =>
    sql<RenderedMail>`
      select envelope->'from'->>'address' as "from", subject, html, text, envelope->'headers' as headers from message limit 1`.execute(
      tx,
    ),
  );
  if (rows[0] === undefined) throw new Error('No mail was kept.');
  return rows[0];
}

async function measurePlainNodemailer(host: string, port: number, mail: RenderedMail): Promise<Figure> {
  const transport = createTransport({
    host,
    port,
    secure: false,
    pool: true,
    maxConnections: 5,
    maxMessages: Infinity,
  });
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: mailsBySmtp }, (_, index) => transport.sendMail({ to: `c${index}@example.test`, ...mail })),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  transport.close();
  const cpuMs = ((user + system) / 1_000 / mailsBySmtp).toFixed(2);
  return {
    name: 'plain pooled nodemailer, the same mail',
    perSecond: mailsBySmtp / seconds,
    details: `${cpuMs} CPU-ms each, sink included`,
  };
}
