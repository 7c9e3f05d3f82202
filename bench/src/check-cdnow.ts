import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { bgNbd, expectedSpend, fitSpendModel, fitTransactionModel, mbgNbd, paretoNbd } from '@regulars/core/clv';
import { evaluateForecast } from '@regulars/core/clv/evidence';
import { createHistoryCollector, type CollectedHistories } from '@regulars/core/clv/histories';

/**
 * Checks the published figures of the CDNOW 1/10 sample, whose data are not ours to give. It is had from the site of
 * Bruce Hardie (notes 004 to 009): rows of master id, id, date (yyyymmdd), number of CDs and dollars.
 *
 *     node --conditions=source bench/src/check-cdnow.ts CDNOW_sample.txt
 *
 * Fader, Hardie & Lee (2005), table 2; Fader & Hardie (2013), note 025; the packages CLVTools, BTYD and BTYDplus.
 */
const file = process.argv[2];
if (file === undefined) throw new Error('Which file? Name the sample of CDNOW.');

const calibrationUntilDay = Date.UTC(1997, 8, 30) / 86_400_000;
const collected = await collect(file);
const { histories } = collected;
const actual = collected.holdout?.transactions ?? new Uint32Array();
let wrong = 0;

check('customer-days', [collected.daily.purchases.reduce((sum, count) => sum + count, 0)], [6_696], 0);
check('customers', [histories.size], [2_357], 0);
check('repeat purchases', [histories.frequency.reduce((sum, x) => sum + x, 0)], [2_457], 0);
check('repeat purchases held out', [actual.reduce((sum, x) => sum + x, 0)], [1_882], 0);

const bg = fitTransactionModel(bgNbd, histories);
check('BG/NBD r, alpha, a, b', bg.parameters, [0.24259, 4.41354, 0.79292, 2.4259], 1e-4);
check('BG/NBD standard errors', bg.standardErrors, [0.012557, 0.378224, 0.185734, 0.705414], 1e-3);
check('BG/NBD log-likelihood', [bg.logLikelihood], [-9_582.4292], 1e-8);

const mbg = fitTransactionModel(mbgNbd, histories);
check('MBG/NBD r, alpha, a, b', mbg.parameters, [0.52484, 6.18309, 0.89139, 1.61405], 1e-4);
check('MBG/NBD log-likelihood', [mbg.logLikelihood], [-9_582.136], 1e-7);

const pareto = fitTransactionModel(paretoNbd, histories);
check('Pareto/NBD r, alpha, s, beta', pareto.parameters, [0.55328, 10.57768, 0.60624, 11.66873], 1e-3);
check('Pareto/NBD standard errors', pareto.standardErrors, [0.0476264, 0.8427222, 0.1872594, 6.2105448], 1e-3);
check('Pareto/NBD log-likelihood', [pareto.logLikelihood], [-9_594.9762], 1e-8);
const paretoForecast = paretoNbd.forecast(pareto.parameters);
const predicted = Array.from({ length: histories.size }, (_, row) => {
  const [frequency, recency, age] = [histories.frequency[row]!, histories.recency[row]!, histories.age[row]!];
  return paretoForecast.expectedTransactions({ frequency, recency, age }, 39);
});
const { mae, rmse, correlation } = evaluateForecast({ predicted, actual });
check('Pareto/NBD holdout MAE, RMSE, correlation', [mae, rmse, correlation], [0.7545, 1.603, 0.63], 5e-4);

const spend = fitSpendModel(histories);
check('Gamma-Gamma p, q, gamma', [spend.p, spend.q, spend.gamma], [6.24935, 3.74426, 15.4443], 1e-4);
check('Gamma-Gamma log-likelihood', [spend.logLikelihood], [-4_055.918], 1e-7);
check('spend after 3 of 35', [expectedSpend(spend, { frequency: 3, meanSpend: 35 })], [35.0218], 1e-5);
const first = Array.from({ length: 10 }, (_, row) =>
  expectedSpend(spend, { frequency: histories.frequency[row]!, meanSpend: histories.meanSpend[row]! }),
);
check('spend of the first ten', first, [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17], 3e-4);

process.exitCode = wrong === 0 ? 0 : 1;

async function collect(path: string): Promise<CollectedHistories> {
  const collector = createHistoryCollector({ timeUnit: 'week', calibrationUntilDay });
  const indices = new Map<string, number>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const [, id, date, , dollars] = line.trim().split(/\s+/);
    if (id === undefined || date === undefined) continue;
    const index = indices.get(id) ?? indices.size;
    indices.set(id, index);
    const day = Date.UTC(+date.slice(0, 4), +date.slice(4, 6) - 1, +date.slice(6)) / 86_400_000;
    const added = collector.add(index, day, Number(dollars));
    if (!added.ok) throw new Error(added.failure.message);
  }
  const finished = collector.finish();
  if (!finished.ok) throw new Error(finished.failure.message);
  return finished.value;
}

function check(what: string, values: readonly (number | null)[], truth: readonly number[], tolerance: number): void {
  const isRight = truth.every((each, k) => Math.abs((values[k] ?? Infinity) / each - 1) <= tolerance);
  if (!isRight) wrong += 1;
  console.log(`${isRight ? 'right' : 'WRONG'}  ${what}: ${values.map((value) => value?.toPrecision(8)).join('  ')}`);
}
