import { bgNbd, fitLifetimeModel, fitSpendModel, fitTransactionModel, paretoNbd, scoreAll } from '@regulars/core/clv';
import { createHistoryCollector } from '@regulars/core/clv/histories';
import { openByteSource } from '@regulars/server/cli/clv/csv/byte-source.ts';
import { readTransactions } from '@regulars/server/cli/clv/read-transactions.ts';

/** What one stage took. */
export interface Stage {
  readonly name: 'read' | 'prepare' | 'bg-nbd' | 'pareto-nbd' | 'gamma-gamma' | 'score';
  readonly cpuSeconds: number;
}

/** Program: goes through a file of transactions stage by stage and prints what each took, and how many customers there are. */
const [path = ''] = process.argv.slice(2);
const stages: Stage[] = [];

const collector = createHistoryCollector({ timeUnit: 'day' });
const source = await openByteSource(path);
await measure('read', () =>
  readTransactions(source, collector, {
    columns: {},
    dayOrder: null,
    decimalMark: null,
    rejectsPath: null,
    keepsIds: true,
    onProgress: () => {},
  }),
);
await source.close();
const collected = await measure('prepare', () => collector.finish());
if (!collected.ok) throw new Error(collected.failure.message);
collector.clear();
const store = collected.value;
await measure('bg-nbd', () => fitTransactionModel(bgNbd, store.histories));
await measure('pareto-nbd', () => fitTransactionModel(paretoNbd, store.histories));
await measure('gamma-gamma', () => fitSpendModel(store.histories));
const model = fitLifetimeModel(store, { model: 'bg-nbd' });
await measure('score', () => scoreAll(model, store, { horizonDays: 365 }));
process.stdout.write(JSON.stringify({ customers: store.histories.size, stages }));

async function measure<Value>(name: Stage['name'], work: () => Value | Promise<Value>): Promise<Value> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  stages.push({ name, cpuSeconds: (user + system) / 1e6 });
  return value;
}
