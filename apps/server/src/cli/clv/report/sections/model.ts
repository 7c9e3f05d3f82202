import { hasAmounts } from '../../analysis.ts';
import { columnChart } from '../charts/column-chart.ts';
import { figure, table } from '../figure.ts';
import { html, type Html } from '../html.ts';
import { describeParameters } from '../meanings.ts';
import type { ReportInput } from '../report-input.ts';

/** The parameters, what they mean, and what was read: for those who want to check. */
export function modelSection(input: ReportInput): Html {
  const { analysis, formats } = input;
  const { model, read, store, warnings } = analysis;
  const { transactions: fit, spend, selection, season, diagnostics } = model;
  const { number, whole, day } = formats;
  const said = new Set([fit.verdict.message, selection.reason, season?.message]);
  const remarks = [...warnings, ...diagnostics.filter((remark) => !said.has(remark))];
  const error = (value: number | null | undefined) => (value === null || value === undefined ? '–' : number(value));
  const parameters = [
    ...(fit.modelId === 'mbg-cnbd-k' ? [['k', String(fit.k), '–']] : []),
    ...fit.parameterNames.map((name, index) => [
      name,
      number(fit.parameters[index] ?? 0),
      error(fit.standardErrors[index]),
    ]),
    ...(hasAmounts(analysis)
      ? (['p', 'q', 'gamma'] as const).map((name, index) => [
          name,
          number(spend[name]),
          error(spend.standardErrors[index]),
        ])
      : []),
  ];
  const rows = [
    ['Rows read', whole(read.rows)],
    ['… not usable', whole(read.rejectedRows)],
    ['… without a customer, left out', whole(read.anonymousRows)],
    ['… that give money back', whole(read.refundRows)],
    ['Days with a purchase, customer by customer', whole(store.purchases)],
    ['First day', day(store.daily.fromDay)],
    ['Last day known to the model', day(store.observedUntilDay)],
  ];
  return html`<section><h2>The model</h2>
<p>${fit.verdict.message} ${selection.reason} ${season?.message}</p>
<div class="figures">
<div class="panel"><h3>What the parameters mean</h3><ul class="meanings">${describeParameters(model, formats).map((text) => html`<li>${text}</li>`)}</ul></div>
<div class="panel"><h3>${fit.modelId}, fitted per ${model.timeUnit}</h3>${table({ head: ['Parameter', 'Value', 'Standard error'], rows: parameters })}<p class="eyebrow">Log-likelihood ${fit.logLikelihood.toFixed(3)}</p></div>
${season !== null && figure(seasonFigure(season.index, input))}
${
  selection.candidates.length > 1 &&
  html`<div class="panel"><h3>Models compared</h3>${table({
    head: ['Model', 'Log-likelihood', 'BIC', 'Error when rehearsed'],
    rows: selection.candidates.map(({ fit, bic, rehearsal }) => [
      fit.k > 1 ? `${fit.modelId}, k = ${fit.k}` : fit.modelId,
      fit.logLikelihood.toFixed(1),
      bic.toFixed(1),
      rehearsal === null ? '–' : number(rehearsal.mae),
    ]),
  })}</div>`
}
<div class="panel"><h3>What was read</h3>${table({ head: ['', ''], rows })}</div>
${remarks.length > 0 && html`<div class="panel full"><h3>To be kept in mind</h3><ul class="meanings">${remarks.map((text) => html`<li>${text}</li>`)}</ul></div>`}
</div></section>`;
}

function seasonFigure(index: readonly number[], { formats }: ReportInput) {
  const labels = index.map((_, week) => String(week + 1));
  const best = index.indexOf(Math.max(...index));
  return {
    title: 'The season',
    note: 'How much is bought in each week of the year beside an average week, which is 1',
    alt: `The strongest week is ${best + 1} with ${formats.number(index[best] ?? 1)} times an average week.`,
    draw: (widthPx: number) =>
      columnChart(
        {
          series: [{ name: 'index', values: index }],
          labels,
          labelTitle: 'week of the year',
          valueTitle: 'index',
          format: formats.number,
        },
        widthPx,
      ),
    table: {
      head: ['Week', 'Index'],
      rows: index.map((value, week) => [labels[week] ?? '', formats.number(value)]),
    },
  };
}
