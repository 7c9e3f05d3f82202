import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { toInstant } from '@regulars/core/shared';
import { readConfig, type Config } from '../config.ts';
import type { DemoMessage, DemoRequest } from '../demo-launch/launch-message.ts';
import type { OpenDemo, openDemo } from '../demo/open-demo.ts';
import type { DemoSize } from '../demo/plan-demo.ts';
import { startEmbeddedPostgres } from '../foundation/embedded-postgres/start-embedded-postgres.ts';
import { createLogger } from '../foundation/telemetry/logger.ts';
import { CommandFailure } from './command-failure.ts';
import { showDemoProgress } from './show-demo-progress.ts';

interface Options {
  readonly stores?: number;
  readonly customers?: number;
  readonly seed?: number;
  readonly port?: number;
}

const firstPort = 3001;
const portTries = 20;

export function demoCommand(): Command {
  return new Command('demo')
    .description('Open a demo agency: invented stores, two years of orders, and a clock you can move')
    .option('--stores <n>', 'how many stores a new demo has (3)', wholeNumber(1, 12))
    .option('--customers <n>', 'how many customers each has (300)', wholeNumber(10, 5_000))
    .option('--seed <n>', 'the same seed makes the same people (1)', wholeNumber(0, 2 ** 31))
    .option('--port <n>', `where it listens (the first free one from ${firstPort})`, wholeNumber(1, 65_535))
    .action(async (options: Options) => {
      await runDemo(await toDemoConfig(options.port), toSize(options));
    });
}

/** The demo's own folder, port and database: nothing of the real instance beside it. */
async function toDemoConfig(port: number | undefined): Promise<Config> {
  const chosen = String(port ?? (await findFreePort()));
  const own = {
    PORT: chosen,
    HOST: '127.0.0.1',
    REGULARS_PUBLIC_URL: `http://localhost:${chosen}`,
    REGULARS_ROLE: 'all',
    DATABASE_URL: '',
    REDIS_URL: '',
    REGULARS_SECRET_KEYS: '',
    REGULARS_ADAPTERS: '',
  };
  return readConfig({ ...own, REGULARS_DATA_DIR: join(readConfig(own).dataDir, 'demo') });
}

function toSize({ stores, customers, seed }: Options): Partial<DemoSize> {
  return {
    ...(stores === undefined ? {} : { stores }),
    ...(customers === undefined ? {} : { customersPerStore: customers }),
    ...(seed === undefined ? {} : { seed }),
  };
}

async function runDemo(config: Config, size: Partial<DemoSize>): Promise<void> {
  const opened = await open(config, size);
  if (opened.kind === 'runsElsewhere') {
    tell({ kind: 'runsElsewhere', url: opened.entryLink });
    process.stdout.write(`\n  The demo runs already. Enter it here, once:\n    ${opened.entryLink}\n\n`);
    return;
  }
  if (opened.kind === 'madeOtherwise') throw new CommandFailure(opened.message);
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    opened.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Whoever started it from their instance is gone: so is the demo.
  process.on('disconnect', stop);
  answerLauncher(opened);
  process.stdout.write(`\n  Enter the demo here, once:\n    ${await opened.entryLink(null)}\n\n`);
  tell({ kind: 'listening' });
  const progress = showDemoProgress(opened.demo, process.stdout);
  await opened.demo.start().finally(progress.stop);
  if (!isStopping) process.stdout.write(`  The demo is ready at ${opened.address}. Its data: ${config.dataDir}\n\n`);
  await new Promise(() => undefined);
}

async function open(config: Config, size: Partial<DemoSize>): ReturnType<typeof openDemo> {
  const log = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const wallClockMs = () => Date.now();
  // A new database takes a second to make, by another process: meanwhile the demo's code is loaded.
  const [database, demo] = await Promise.all([
    startEmbeddedPostgres({ dataDir: config.dataDir, log: () => undefined }),
    // Here only: no other command, and no real instance, has the demo's code in its process.
    import('../demo/open-demo.ts'),
  ]);
  try {
    return await demo.openDemo({ config, log, size, madeAt: toInstant(wallClockMs()), wallClockMs });
  } finally {
    // The demo has joined it by now; nobody else may keep it on.
    await database.stop();
  }
}

function answerLauncher(opened: OpenDemo): void {
  process.on('message', (message) => {
    const { kind, from } = message as DemoRequest;
    if (kind !== 'entryLink') return;
    void opened.entryLink(from).then((url) => tell({ kind: 'entryLink', url }));
  });
}

/** To the instance that started this process, where there is one. */
function tell(message: DemoMessage): void {
  process.send?.(message);
}

async function findFreePort(): Promise<number> {
  for (let port = firstPort; port < firstPort + portTries; port += 1) {
    const server = createServer();
    const listening = once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.listen(port, '127.0.0.1');
    const isFree = await listening;
    server.close();
    if (isFree) return port;
  }
  return firstPort;
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
  };
}
