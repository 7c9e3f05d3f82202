import { createScorer, type CustomerScore } from '@regulars/core/clv';
import { summaryOf } from '@regulars/core/clv/histories';
import { idOf, pastSpendOf } from '../../analysis.ts';
import { html, type Html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';

const shown = 25;
const rangePx = 260;

/** The most valuable customers, each with how sure that is. */
export function topCustomers({ analysis, scores, formats, hasMoney }: ReportInput): Html {
  const { store, model, horizonDays, annualDiscountRate } = analysis;
  const by = hasMoney ? scores.lifetimeValue : scores.expectedTransactions;
  const write = hasMoney ? formats.money : formats.number;
  const scorer = createScorer(model, { horizonDays, annualDiscountRate });
  const rows = bestRows(by).map((row) => ({ row, score: scorer.score({ summary: summaryOf(store, row) }) }));
  const rangeOf = (score: CustomerScore) => (hasMoney ? score.lifetimeValue : score.purchases);
  const most = Math.max(...rows.map(({ score }) => rangeOf(score).intervals.p95[1]), 1e-9);
  const head = [
    'Customer',
    hasMoney ? 'Value' : 'Purchases',
    'Half of such · 95 of 100',
    'P(alive)',
    'Expected',
    'Bought',
    ...(hasMoney ? ['Spent'] : []),
    'Last',
    'Next',
  ];
  return html`<section><h2>Who is worth most</h2>
<p>The bars show how sure it is: half of such customers end within the thick part, 95 of 100 within the thin line. One person is never certain; a list of many is.</p>
<div class="panel full"><div class="scroll whole" tabindex="0"><table><thead><tr>${head.map((name, index) => html`<th scope="col"${index === 2 ? html` class="wide"` : ''}>${name}</th>`)}</tr></thead><tbody>
${rows.map(({ row, score }) => {
  const { p50, p95 } = rangeOf(score).intervals;
  const words = `50 %: ${write(p50[0])} to ${write(p50[1])}; 95 %: ${write(p95[0])} to ${write(p95[1])}`;
  return html`<tr><th scope="row">${idOf(analysis, row)}</th><td>${write(by[row] ?? 0)}</td>
<td class="wide">${rangeBar({ inner: p50, outer: p95, at: by[row] ?? 0, most, words })}</td>
<td>${formats.share(scores.probabilityAlive[row] ?? 0)}</td><td>${formats.number(scores.expectedTransactions[row] ?? 0)}</td>
<td>${formats.whole((store.histories.frequency[row] ?? 0) + 1)}</td>${hasMoney && html`<td>${formats.money(pastSpendOf(analysis, row))}</td>`}
<td>${formats.day(store.lastDay[row] ?? 0)}</td><td>${score.nextPurchase.quantilesDays === null ? '–' : `in ${formats.duration(score.nextPurchase.quantilesDays.q50)}`}</td></tr>`;
})}</tbody></table></div></div></section>`;
}

interface Range {
  readonly inner: readonly [number, number];
  readonly outer: readonly [number, number];
  readonly at: number;
  readonly most: number;
  readonly words: string;
}

function rangeBar({ inner, outer, at, most, words }: Range): Html {
  const x = (value: number) => Math.round((4 + (value / most) * (rangePx - 8)) * 10) / 10;
  return html`<svg viewBox="0 0 ${rangePx} 14" preserveAspectRatio="none" role="img" aria-label="${words}"><title>${words}</title><line class="range" x1="${x(outer[0])}" x2="${x(outer[1])}" y1="7" y2="7"/><line class="range inner" x1="${x(inner[0])}" x2="${x(inner[1])}" y1="7" y2="7"/><circle class="dot" cx="${x(at)}" cy="7" r="3.5"/></svg>`;
}

function bestRows(values: Float64Array): readonly number[] {
  const order = Uint32Array.from(values, (_, row) => row);
  order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  return [...order.subarray(0, shown)];
}
