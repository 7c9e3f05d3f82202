import { Worker } from 'node:worker_threads';
import { fitStore, type FitTask, type FittedStore } from './fit-store.ts';

/** So many purchases are fitted sooner than a thread is started; of more, requests would feel it. */
const fewPurchases = 10_000;

/** As `fitStore`; a large store in a thread of its own. */
export async function fitAside(task: FitTask): Promise<FittedStore | null> {
  const size = task.pages.reduce((sum, page) => sum + page.size, 0);
  return size <= fewPurchases ? fitStore(task) : await fitInWorker(task);
}

async function fitInWorker(task: FitTask): Promise<FittedStore | null> {
  const isSource = import.meta.url.endsWith('.ts');
  const worker = new Worker(new URL(`./fit-worker.${isSource ? 'ts' : 'js'}`, import.meta.url), {
    workerData: task,
    // Handed over, not copied.
    transferList: task.pages.flatMap(({ customerIndex, day, amount }) => [
      customerIndex.buffer,
      day.buffer,
      amount.buffer,
    ]),
    ...(isSource ? { execArgv: ['--conditions=source'] } : {}),
  });
  try {
    return await new Promise<FittedStore | null>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread that fitted a store ended before it was done.')));
    });
  } finally {
    await worker.terminate();
  }
}
