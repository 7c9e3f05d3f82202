import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { Command } from 'commander';
import { AdapterError } from '@regulars/adapter-contracts';
import { createHealth } from '../health/health.ts';
import { readConfig, ConfigError, type Config } from '../config.ts';
import { AdapterPackagesError, type AdapterPackage } from '../foundation/adapter-packages/adapter-package.ts';
import { explainFailure } from '../explain-failure.ts';
import { openConnection } from '../stores/connections.ts';
import { listConnections } from '../stores/repository.ts';
import { withInstance, type CommandContext } from './command-context.ts';
import { CommandFailure } from './command-failure.ts';
import { print, type PrintOptions } from './print.ts';

interface Finding {
  readonly check: string;
  readonly state: 'good' | 'attention' | 'bad';
  readonly sentence: string;
}

const marks = { good: 'ok ', attention: '!  ', bad: 'BAD' } as const;

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Look the instance over: configuration, data folder, database, Redis, every store’s connections')
    .option('--json', 'print one JSON document')
    .action(async (options: PrintOptions) => {
      const findings = await examine();
      print({ findings }, () => findings.map(({ state, sentence }) => `${marks[state]} ${sentence}`), options);
      if (findings.some(({ state }) => state === 'bad')) throw new CommandFailure('Something needs you; see above.');
    });
}

async function examine(): Promise<readonly Finding[]> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    if (error instanceof ConfigError) return [{ check: 'configuration', state: 'bad', sentence: error.message }];
    throw error;
  }
  const findings: Finding[] = [
    { check: 'configuration', state: 'good', sentence: 'The configuration can be used.' },
    await examineDataDir(config),
  ];
  try {
    return [...findings, ...(await withInstance(examineInstance))];
  } catch (error) {
    if (error instanceof AdapterPackagesError)
      return [
        ...findings,
        ...error.problems.map((sentence) => ({ check: 'adapters', state: 'bad' as const, sentence })),
      ];
    return [...findings, { check: 'instance', state: 'bad', sentence: explainFailure(error).split('\n')[0] ?? '' }];
  }
}

async function examineDataDir({ dataDir, databaseUrl }: Config): Promise<Finding> {
  const isNew = !existsSync(dataDir);
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch {
    return {
      check: 'data folder',
      state: 'bad',
      sentence: `The data folder ${dataDir} cannot be written to. Choose another one with REGULARS_DATA_DIR.`,
    };
  }
  const holds = databaseUrl === null ? 'the database and the secret key' : 'the secret key';
  return {
    check: 'data folder',
    state: 'good',
    sentence: `The data folder ${dataDir} ${isNew ? 'was made' : 'can be written to'}; it holds ${holds}: back it up.`,
  };
}

async function examineInstance(context: CommandContext): Promise<readonly Finding[]> {
  const health = createHealth({
    ...context,
    lanes: () => null,
    wallClockMs: () => Date.now(),
    isRedisReady: () => context.nudges.isRedisReady(),
  });
  const report = (await health.report(null)).filter(({ name }) => name !== 'lanes');
  const connections: Finding[] = [];
  for (const store of await context.directory.stores()) {
    const rows = await context.database.withStore(store.id, (tx) => listConnections(tx, store.id));
    for (const row of rows)
      connections.push({ check: 'connection', ...(await examineConnection(context, store.name, row)) });
  }
  return [
    ...report.map(({ name, state, sentence }) => ({ check: name, state, sentence })),
    ...context.adapterPackages.map(toFinding),
    ...connections,
  ];
}

function toFinding({ name, version, platformAdapters, mailAdapters }: AdapterPackage): Finding {
  const names = [...platformAdapters, ...mailAdapters].map(({ displayName }) => displayName);
  return {
    check: 'adapters',
    state: 'good',
    sentence: `${name} ${version} brings ${names.join(', ') || 'no adapter'}.`,
  };
}

async function examineConnection(
  { adapters, adapterContext, directory, sealer }: CommandContext,
  storeName: string,
  row: Parameters<typeof openConnection>[1],
): Promise<Pick<Finding, 'state' | 'sentence'>> {
  const adapter =
    row.purpose === 'platform' ? adapters.findPlatformAdapter(row.adapterId) : adapters.findMailAdapter(row.adapterId);
  if (adapter === null)
    return { state: 'bad', sentence: `${storeName}: the adapter ${row.adapterId} is not installed.` };
  const context = { ...adapterContext, loan: directory.loanOf(row.storeId, row.id) };
  const link = adapter.connect(openConnection(sealer, row).config, context);
  try {
    await link.checkAccess();
    return { state: 'good', sentence: `${storeName}: ${adapter.displayName} lets us in.` };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { state: 'attention', sentence: `${storeName}: ${adapter.displayName}: ${error.message}` };
  } finally {
    await link.close();
  }
}
