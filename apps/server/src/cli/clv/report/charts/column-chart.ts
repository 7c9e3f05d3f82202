import { html, type Html } from '../html.ts';
import { labelAxis, margin, valueAxis } from './axes.ts';
import { linearScale, px } from './scale.ts';

export interface ColumnChart {
  /** Standing side by side for each label. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly labels: readonly string[];
  readonly labelTitle: string;
  readonly valueTitle: string;
  readonly format: (value: number) => string;
  /** The label whose column is lifted out. */
  readonly marked?: { readonly at: number; readonly text: string } | null;
}

const heightPx = 240;

/** Amounts of a few kinds, or of spans side by side. */
export function columnChart(chart: ColumnChart, widthPx: number): Html {
  const { series, labels, marked } = chart;
  const y = linearScale(
    [0, Math.max(...series.flatMap(({ values }) => values), 1e-9)],
    [heightPx - margin.bottom, margin.top + 4],
  );
  const step = (widthPx - margin.left - margin.right) / Math.max(1, labels.length);
  const gap = Math.min(10, step * (series.length > 1 ? 0.22 : 0.08));
  const columnPx = (step - gap) / series.length;
  const bars = series.map(({ values, name }, place) =>
    values.map((value, index) => {
      const top = y(value);
      const left = margin.left + index * step + gap / 2 + place * columnPx;
      const isMarked = marked?.at === index;
      return html`<rect class="bar ${isMarked ? 's2' : `s${place + 1}`}" x="${px(left)}" y="${px(top)}" width="${px(Math.max(1, columnPx - 1))}" height="${px(Math.max(0, y(0) - top))}" rx="${px(Math.min(2, columnPx / 4))}"><title>${labels[index]}: ${name} ${chart.format(value)}</title></rect>`;
    }),
  );
  const xs = labels.map((text, index) => ({ text, xPx: margin.left + (index + 0.5) * step }));
  return html`<svg viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}" aria-hidden="true">
${valueAxis(y, widthPx, chart.format, chart.valueTitle)}${bars}
${labelAxis(xs, { widthPx, heightPx, title: chart.labelTitle })}
${marked && html`<text class="strong" x="${px(xs[marked.at]?.xPx ?? 0)}" y="${px(y(series[0]?.values[marked.at] ?? 0) - 5)}" text-anchor="middle">${marked.text}</text>`}</svg>`;
}
