/**
 * Fits Pareto/NBD to the CDNOW sample and compares with what is published. The data are not ours to ship:
 *
 *     node --conditions=source bench/src/clv/check-pareto-nbd-on-cdnow.ts path/to/CDNOW_sample.txt
 *
 * Published: Fader, Hardie & Lee (2005), table 2; standard errors by CLVTools 0.12.1; holdout figures by lifetimes 0.11.3.
 */
import { readFileSync } from 'node:fs';
import { createHistoryCollector, evaluateForecast, fitTransactionModel, paretoNbd } from '@regulars/core/clv';

const path = process.argv[2];
if (path === undefined) throw new Error('Where is CDNOW_sample.txt? Its path is the only argument.');

const dayOf = (date: string) =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8))) / 86_400_000;

const collector = createHistoryCollector({
  timeUnit: 'week',
  calibrationUntilDay: dayOf('19970930'),
  observedUntilDay: dayOf('19980630'),
});
for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
  const [, customer, date, , amount] = line.trim().split(/\s+/);
  collector.add(Number(customer), dayOf(date!), Number(amount));
}
const collected = collector.finish();
if (!collected.ok) throw new Error(collected.failure.code);
const { histories, holdout } = collected.value;

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const fit = fitTransactionModel(paretoNbd, histories);
const timings = Array.from({ length: 20 }, () => cpuMs(() => fitTransactionModel(paretoNbd, histories)));
const forecast = paretoNbd.forecast(fit.parameters);
const predicted = Float64Array.from({ length: histories.size }, (_, row) => {
  const [frequency, recency, age] = [histories.frequency[row]!, histories.recency[row]!, histories.age[row]!];
  return forecast.expectedTransactions({ frequency, recency, age }, 39);
});
const evaluation = evaluateForecast({ predicted, actual: holdout!.transactions });

const figures: readonly (readonly [string, number, number, number])[] = [
  ['customers', histories.size, 2357, 0],
  ['repeat purchases', histories.frequency.reduce((sum, x) => sum + x, 0), 2457, 0],
  ['r', fit.parameters[0]!, 0.55328, 1e-5],
  ['alpha', fit.parameters[1]!, 10.57768, 1e-5],
  ['s', fit.parameters[2]!, 0.60624, 1e-5],
  ['beta', fit.parameters[3]!, 11.66873, 1e-5],
  ['log-likelihood', fit.logLikelihood, -9594.9762, 1e-8],
  ['standard error of r', fit.standardErrors[0] ?? NaN, 0.0476264, 1e-3],
  ['standard error of alpha', fit.standardErrors[1] ?? NaN, 0.8427222, 1e-3],
  ['standard error of s', fit.standardErrors[2] ?? NaN, 0.1872594, 1e-3],
  ['standard error of beta', fit.standardErrors[3] ?? NaN, 6.2105448, 1e-3],
  ['holdout MAE', evaluation.mae ?? NaN, 0.7545, 1e-4],
  ['holdout RMSE', evaluation.rmse ?? NaN, 1.603, 1e-3],
  ['holdout correlation', evaluation.correlation ?? NaN, 0.63, 1e-3],
];
for (const [name, value, published, tolerance] of figures) {
  const isRight = Math.abs(value / published - 1) <= tolerance;
  if (!isRight) process.exitCode = 1;
  console.log(
    `${isRight ? 'right' : 'WRONG'}  ${name.padEnd(24)} ${value.toPrecision(9).padStart(12)}  published ${published}`,
  );
}
console.log(`${fit.iterations} passes; ${Math.min(...timings).toFixed(1)} ms of CPU when warm; ${fit.verdict.code}`);
