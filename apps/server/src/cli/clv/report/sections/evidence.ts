import type { ForecastEvaluation } from '@regulars/core/clv/evidence';
import { figure, table } from '../figure.ts';
import { calibrationFigures } from '../figures/calibration.ts';
import { trackingFigures } from '../figures/tracking.ts';
import { html, type Html } from '../html.ts';
import type { ReportInput } from '../report-input.ts';
import { judge } from '../verdicts.ts';

/** How far the forecast is to be trusted: the model on the store's own past. */
export function evidenceSection({ rehearsal, formats }: ReportInput): Html {
  if (rehearsal === null)
    return html`<section><h2>Can this be trusted?</h2><ul class="verdicts"><li class="attention"><b>Not yet tested.</b> There is too little time in the file to hold some of it back and compare.</li></ul></section>`;
  const { evidence, tracking, frequency } = rehearsal;
  const { means, ofMedians, heuristics } = evidence;
  const { number, share, whole, day } = formats;
  const orDash = (value: number | null, format: (value: number) => string) => (value === null ? '–' : format(value));
  const row = (name: string, forecast: ForecastEvaluation | null) =>
    forecast === null
      ? []
      : [
          [
            name,
            orDash(forecast.mae, number),
            orDash(forecast.rmse, number),
            orDash(forecast.bias, share),
            orDash(forecast.correlation, number),
            orDash(forecast.normalizedGini, number),
          ],
        ];
  return html`<section><h2>Can this be trusted?</h2>
<p>The model was shown the file until ${day(evidence.calibrationUntilDay)} only, and foresaw what ${whole(means.n)} customers would buy until ${day(evidence.observedUntilDay)}. Here is what came.</p>
<ul class="verdicts">${judge(rehearsal, formats).map(({ isGood, title, text }) => html`<li${isGood ? '' : html` class="attention"`}><b>${title}</b> ${text}</li>`)}</ul>
<div class="figures">${[...trackingFigures(tracking, evidence.tracking, formats), ...calibrationFigures(evidence, frequency, formats)].map(figure)}
<div class="panel full"><h3>Beside what needs no model</h3>
${table({
  head: [
    'Purchases, customer by customer',
    'Mean absolute error',
    'Root mean squared error',
    'Bias',
    'Correlation',
    'Normalized Gini',
  ],
  rows: [
    ...row('Model, mean', means),
    ...row('Model, median', ofMedians),
    ...row('All go on as before (x / T)', heuristics.pastRate),
    ...row('In proportion to the past', heuristics.pastScaled),
  ],
})}
<p class="eyebrow">The median has the least absolute error, the mean the right sum. ${
    heuristics.hiatus === null
      ? `P(alive) above one half told of ${orDash(evidence.activity.share, share)} of customers rightly whether they would buy.`
      : `Whether a customer would buy at all was told rightly of ${orDash(evidence.activity.share, share)} by P(alive) above one half, of ${orDash(heuristics.hiatus.share, share)} by silence of ${formats.duration(heuristics.hiatus.thresholdDays)} at most.`
  }</p></div></div></section>`;
}
