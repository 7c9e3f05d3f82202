import { html, type Html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';

/** What there is to know, in a sentence and four figures. */
export function headline({ analysis, scores, formats, source, hasMoney }: ReportInput): Html {
  const { store, totals, horizonDays, annualDiscountRate } = analysis;
  const { size } = store.histories;
  const { whole, share, money, compactMoney, day, duration } = formats;
  const { customersAlive: alive, expectedTransactions: purchases, lifetimeValue: value, pastSpend: past } = totals;
  const best = bestTenth(scores.lifetimeValue);
  const stats = [
    ['Customers', whole(size), `first bought from ${day(store.daily.fromDay)} on`],
    ['Probably still customers', whole(alive), `${share(alive / size)} of them`],
    [`Purchases to come`, whole(purchases), `in ${duration(horizonDays)}, after ${whole(store.purchases)} so far`],
    hasMoney
      ? [
          'Worth today',
          compactMoney(value),
          `discounted at ${share(annualDiscountRate)} a year, after ${compactMoney(past)} so far`,
        ]
      : ['Worth today', '–', 'the file has no amounts'],
  ] as const;
  return html`<header>
<p class="eyebrow">Customer value · ${source} · as of ${day(store.observedUntilDay)}</p>
<h1>${hasMoney ? `On average, a customer will bring ${money(size > 0 ? value / size : 0)} more` : `${whole(purchases)} purchases are still to come`}</h1>
<p class="lead">${
    hasMoney
      ? `Within ${duration(horizonDays)}, these ${whole(size)} customers are expected to buy ${whole(purchases)} times and spend what is worth ${money(value)} today. The best tenth of them holds ${share(best)} of it.`
      : `Within ${duration(horizonDays)}, these ${whole(size)} customers are expected to buy ${whole(purchases)} times.`
  }</p>
</header>
<dl class="stats">${stats.map(([name, figure, note]) => html`<div><dt>${name}</dt><dd>${figure}<small>${note}</small></dd></div>`)}</dl>`;
}

function bestTenth(values: Float64Array): number {
  const sorted = values.toSorted();
  const total = sum(sorted);
  return total > 0 ? sum(sorted.subarray(Math.floor(sorted.length * 0.9))) / total : 0;
}

function sum(column: Float64Array): number {
  let total = 0;
  for (const value of column) total += value;
  return total;
}
