import { figure } from './figure.ts';
import { cohortFigure } from './figures/cohorts.ts';
import { recencyMaps } from './figures/recency-maps.ts';
import { valueFigures } from './figures/value-distribution.ts';
import { html, type Html } from './html.ts';
import type { ReportInput } from './report-input.ts';
import { evidenceSection } from './sections/evidence.ts';
import { headline } from './sections/headline.ts';
import { modelSection } from './sections/model.ts';
import { topCustomers } from './sections/top-customers.ts';
import { styles } from './styles.ts';

/** The whole report as one page that loads nothing. */
export function toPage(input: ReportInput): string {
  const { analysis, scores, cohorts, formats, hasMoney, source } = input;
  const body = html`${headline(input)}
${hasMoney && html`<section><h2>What they are worth</h2><p>Purchases to come within ${formats.duration(analysis.horizonDays)}, times what is spent on each, discounted to today.</p><div class="figures">${valueFigures(scores, formats).map(figure)}</div></section>`}
${topCustomers(input)}
${evidenceSection(input)}
<section><h2>How they behave</h2><p>What the model makes of a customer by how often and how lately they bought, and how whole months of new customers came back.</p><div class="figures">${[...recencyMaps(analysis, formats), cohortFigure(cohorts, formats)].map((one) => one && figure(one))}</div></section>
${modelSection(input)}
<footer>Made by Regulars from ${source}. P(alive) is the probability that a customer has not left for good. Lifetime value counts purchases to come alone, not those made.</footer>`;
  return toWebPage(body, `Customer value · ${source}`).markup;
}

function toWebPage(body: Html, title: string): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${{ markup: styles }}</style></head><body>${body}</body></html>
`;
}
