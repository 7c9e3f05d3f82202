import { startChildServer } from './child-server.ts';
import { createBenchStore, openInstance, webhookSecret } from './bench-store.ts';
import { loadByHttp, type HttpLoadReport } from './http-load.ts';
import type { BenchDatabase } from './instance.ts';
import { createOrderBodies, toWebhookRequest } from './orders.ts';
import type { Figure } from './report.ts';

const connections = 100;
const warmUp = 2_000;
const counted = 30_000;

interface AcceptReport extends HttpLoadReport {
  readonly cpuMsEach: number | null;
}

/** Orders accepted per second, each durable before its 2xx. */
export async function measureAccept(database: BenchDatabase): Promise<readonly Figure[]> {
  const instance = await openInstance(database);
  const { hookToken } = await createBenchStore(instance, 'bench-accept');
  await instance.close();

  const environment = {
    DATABASE_URL: database.connectionString,
    REGULARS_DATA_DIR: database.dataDir,
    BENCH_SECRET: webhookSecret,
    LOG_LEVEL: 'error',
  };
  const path = `/hooks/${hookToken}`;
  let firstId = 1;
  const measure = async (
    program: string,
    args: readonly string[],
    extra: Readonly<Record<string, string>>,
  ): Promise<AcceptReport> => {
    const server = await startChildServer(program, args, { ...environment, ...extra });
    const requests = createOrderBodies(warmUp + counted, firstId).map((body) =>
      toWebhookRequest(body, path, webhookSecret),
    );
    firstId += warmUp + counted;
    await loadByHttp({ port: server.port, connections, requests: requests.slice(0, warmUp) });
    const cpuBefore = server.cpuMs();
    const report = await loadByHttp({ port: server.port, connections, requests: requests.slice(warmUp) });
    const cpuAfter = server.cpuMs();
    await server.stop();
    if (report.refused > 0) throw new Error(`${report.refused} orders were refused.`);
    return { ...report, cpuMsEach: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / counted };
  };

  const verifying = await measure('./plain-server.ts', ['verify'], {});
  const inserting = await measure('./plain-server.ts', ['insert'], {});
  const ours = await measure('@regulars/server/main.ts', [], { REGULARS_ROLE: 'api' });
  const details = ({ p50Ms, p99Ms, cpuMsEach }: AcceptReport) =>
    `p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms${cpuMsEach === null ? '' : `, ${cpuMsEach.toFixed(3)} CPU-ms each in Node`}`;
  return [
    { name: 'plain Fastify, signature only', perSecond: verifying.perSecond, details: details(verifying) },
    { name: 'plain Fastify, one insert a request', perSecond: inserting.perSecond, details: details(inserting) },
    {
      name: 'Regulars, durable before 2xx',
      perSecond: ours.perSecond,
      details: details(ours),
      baseline: { name: 'one insert a request', perSecond: inserting.perSecond },
    },
    {
      name: '',
      perSecond: ours.perSecond,
      details: '',
      baseline: { name: 'signature only', perSecond: verifying.perSecond },
    },
  ];
}
