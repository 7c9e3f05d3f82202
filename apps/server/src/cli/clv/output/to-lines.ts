import { hasAmounts, type Analysis } from '../analysis.ts';
import { toIsoDate } from '../cells/calendar.ts';
import type { ClvOptions } from '../options/to-clv-options.ts';
import { createFormats } from '../report/formats.ts';

/** What a person at a terminal wants to know, in a few lines. */
export function toLines(analysis: Analysis, { outPath, reportPath, rejectsPath }: ClvOptions): readonly string[] {
  const { model, store, totals, holdout, read, horizonDays } = analysis;
  const { transactions: fit, spend } = model;
  const formats = createFormats(read.currency);
  const { whole, number, share, money } = formats;
  const size = store.histories.size;
  const parameters = fit.parameterNames.map((name, index) => `${name} ${number(fit.parameters[index] ?? 0)}`);
  const regularity = fit.modelId === 'mbg-cnbd-k' ? [`k ${fit.k}`] : [];
  const withMoney = hasAmounts(analysis);
  const lines = [
    `${whole(size)} customers, ${whole(store.purchases)} purchases from ${toIsoDate(store.daily.fromDay)} to ${toIsoDate(store.observedUntilDay)}.`,
    `Model ${fit.modelId}: ${[...regularity, ...parameters].join(', ')} (per ${model.timeUnit}), log-likelihood ${fit.logLikelihood.toFixed(3)}.`,
    fit.verdict.message,
    ...(withMoney ? [`Spend: p ${number(spend.p)}, q ${number(spend.q)}, gamma ${number(spend.gamma)}.`] : []),
    ...(model.season === null ? [] : [model.season.message]),
    '',
    `Probably still customers: ${whole(totals.customersAlive)} (${share(totals.customersAlive / size)}).`,
    `Expected in the next ${horizonDays} days: ${whole(totals.expectedTransactions)} purchases${withMoney ? `, worth ${money(totals.lifetimeValue)} today` : ''}.`,
  ];
  if (withMoney) {
    lines.push(`Spent so far: ${money(totals.pastSpend)}.`);
  } else {
    lines.push('There is no column of amounts (--amount), so nothing is said of money.');
  }
  if (holdout !== null) {
    const { means, ofMedians } = holdout;
    lines.push(
      '',
      `Compared with the ${whole(holdout.observedUntilDay - holdout.calibrationUntilDay)} days after ${toIsoDate(holdout.calibrationUntilDay)}:`,
      `  ${whole(sum(holdout.expected))} purchases were expected, ${whole(sum(holdout.actual))} came${means.bias === null ? '' : ` (bias ${share(means.bias)})`}.`,
      `  Mean absolute error a customer: ${number(means.mae ?? 0)} by the mean, ${number(ofMedians.mae ?? 0)} by the median; correlation ${number(means.correlation ?? 0)}.`,
    );
  }
  const files = [outPath, reportPath, rejectsPath].filter((path) => path !== null);
  return files.length === 0 ? lines : [...lines, '', `Written: ${files.join(', ')}.`];
}

function sum(column: ArrayLike<number>): number {
  let total = 0;
  for (let row = 0; row < column.length; row += 1) total += column[row] ?? 0;
  return total;
}
