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
const mailsBySmtp = 2_000;
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
    const noopFigure = await measure(instance, 'bench-noop', {}, mailsByNobody, 'no-op provider');
    // Both sides of the comparison find nodemailer and the sink warm.
    await measurePlainNodemailer(sink.host, sink.port, { subject: 'Warm-up', html: '<p>Warm-up</p>', text: 'Warm-up' });
    const smtpFigure = await measure(
      instance,
      'smtp',
      { host: sink.host, port: sink.port, requireTls: false },
      mailsBySmtp,
      'SMTP to a sink',
    );
    const plain = await measurePlainNodemailer(sink.host, sink.port, await readOneMail(instance, 'send-smtp'));
    return [noopFigure, plain, { ...smtpFigure, baseline: { name: 'plain nodemailer', perSecond: plain.perSecond } }];
  } finally {
    await statistics.stop();
    await sink.close();
    await instance.rooms.close();
    await instance.close();
  }
}

async function measure(
  instance: BenchInstance,
  adapterId: string,
  config: unknown,
  mails: number,
  name: string,
): Promise<Figure> {
  const { store } = await createBenchStore(instance, `send-${adapterId}`);
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
        { email: `c${index}@example.test`, firstName: 'Ann', locale: 'en', consent: null },
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

interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** What was just sent, so that the yardstick carries the same load. */
async function readOneMail(instance: BenchInstance, slug: string): Promise<RenderedMail> {
  const store = (await instance.directory.stores()).find((candidate) => candidate.slug === slug);
  if (store === undefined) throw new Error(`There is no store ${slug}.`);
  const { rows } = await instance.database.withStore(store.id, (tx) =>
    sql<RenderedMail>`select subject, html, text from message limit 1`.execute(tx),
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
    Array.from({ length: mailsBySmtp }, (_, index) =>
      transport.sendMail({ from: 'shop@example.test', to: `c${index}@example.test`, ...mail }),
    ),
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
