import fc from 'fast-check';

import { fitTransactionModel } from '../../src/clv/fitting/fit-transaction-model.ts';
import { bgBb } from '../../src/clv/models/bg-bb/bg-bb.ts';
import { bgNbd } from '../../src/clv/models/bg-nbd/bg-nbd.ts';
import { mbgCnbdK } from '../../src/clv/models/mbg-cnbd-k/mbg-cnbd-k.ts';
import { mbgNbd } from '../../src/clv/models/mbg-nbd/mbg-nbd.ts';
import { nbd } from '../../src/clv/models/nbd/nbd.ts';
import { paretoNbd } from '../../src/clv/models/pareto-nbd/pareto-nbd.ts';
import { expectedSpend } from '../../src/clv/spend/expected-spend.ts';
import { fitSpendModel } from '../../src/clv/spend/fit-spend-model.ts';
import { adversarialHistories } from './adversarial-histories.ts';
import { findFault, findFaultOfParameters } from './find-fault.ts';
import { firstFew } from './first-few.ts';
import { withFewOpportunities } from './with-few-opportunities.ts';

/**
 * What the property tests ask of some stores as bad as they come, of many, and of every model: a fit that ends within 50
 * iterations, with a verdict and with numbers that can be used.
 *
 *     node packages/core/test-support/clv/fit-hostile-stores.ts [stores] [seed]
 */
const [storeCount = 1_000, seed = 1] = process.argv.slice(2).map(Number);
const stores = fc.sample(adversarialHistories, { numRuns: storeCount, seed });

let faults = 0;
for (const model of [nbd, bgNbd, mbgNbd, paretoNbd, bgBb, mbgCnbdK(2), mbgCnbdK(3)]) {
  let mostIterations = 0;
  const before = faults;
  for (const [place, store] of stores.entries()) {
    const histories = model === paretoNbd ? firstFew(store) : model === bgBb ? withFewOpportunities(store) : store;
    const fit = fitTransactionModel(model, histories);
    // What regular customers will do takes long to tell where they buy millions of times.
    const fault = (model.k ?? 1) > 1 ? findFaultOfParameters(fit) : findFault(fit, model, histories);
    mostIterations = Math.max(mostIterations, fit.iterations);
    if (fault === null) continue;
    faults += 1;
    console.log(`${model.id}, store ${place}: ${fault}`);
  }
  const k = model.k === undefined ? '' : `, k = ${model.k}`;
  console.log(`${model.id}${k}: ${storeCount} stores, ${mostIterations} iterations at most, ${faults - before} faults`);
}
for (const [place, store] of stores.entries()) {
  const spend = fitSpendModel(store);
  const mean = expectedSpend(spend, { frequency: 0, meanSpend: 0 });
  const isFree = store.frequency.some((x) => x > 0) && !store.meanSpend.some((each) => each > 0);
  if (mean > 0 !== isFree && mean < Infinity && spend.logCovariance.every(Number.isFinite)) continue;
  faults += 1;
  console.log(`Gamma-Gamma, store ${place}: mean spend ${mean}`);
}
console.log(`Gamma-Gamma: ${storeCount} stores`);
process.exitCode = faults === 0 ? 0 : 1;
