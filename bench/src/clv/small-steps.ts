import {
  createScorer,
  drawParameters,
  fitLifetimeModel,
  fitTransactionModel,
  mbgNbd,
  paretoNbd,
} from '@regulars/core/clv';
import { addPurchase, summaryOf, type CollectedHistories } from '@regulars/core/clv/histories';
import { createRandom } from '@regulars/core/shared';

const drawCount = 4_000;
const updates = 200_000;
const warmUps = 20_000;

/** Processor seconds for 4,000 sets of parameters that the data allow, with how many independent ones they are worth. */
export function measureDraws(store: CollectedHistories) {
  return [mbgNbd, paretoNbd].map((model) => {
    const fit = fitTransactionModel(model, store.histories);
    const before = process.cpuUsage();
    const options = { proposals: drawCount, count: drawCount };
    const { effectiveSampleSize } = drawParameters(fit, store.histories, options, createRandom('bench.draws'));
    const { user, system } = process.cpuUsage(before);
    return { model: model.id, cpuSeconds: (user + system) / 1e6, effectiveSampleSize };
  });
}

/** Microseconds for one more order of a customer, and their new means: without another fit. */
export function measureUpdate(store: CollectedHistories): number {
  const scorer = createScorer(fitLifetimeModel(store, { model: 'mbg-nbd' }));
  let sum = 0;
  const update = (which: number) => {
    const summary = summaryOf(store, which % store.histories.size);
    const next = addPurchase(summary, { day: store.observedUntilDay, amount: 30 + (which % 7) });
    if (next.ok) sum += scorer.estimate({ summary: next.value }).lifetimeValue;
  };
  for (let which = 0; which < warmUps; which += 1) update(which);
  const before = process.cpuUsage();
  for (let which = 0; which < updates; which += 1) update(which);
  const { user, system } = process.cpuUsage(before);
  if (!Number.isFinite(sum)) throw new Error('A value is not finite.');
  return (user + system) / updates;
}
