import { html, type Html } from '../html.ts';
import { labelAxis, margin, valueAxis } from './axes.ts';
import { linearScale, px } from './scale.ts';

export interface LineChart {
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly isDashed?: boolean;
  }[];
  /** One for each value: evenly spaced. */
  readonly labels: readonly string[];
  readonly labelTitle: string;
  readonly valueTitle: string;
  readonly format: (value: number) => string;
  /** A line down between two labels, and what begins there. */
  readonly mark?: { readonly at: number; readonly text: string } | null;
}

const heightPx = 260;

/** Courses over time. */
export function lineChart(chart: LineChart, widthPx: number): Html {
  const { series, labels, mark } = chart;
  const values = series.flatMap(({ values }) => values).filter((value) => value !== null);
  const x = linearPlaces(labels.length, widthPx);
  const y = linearScale([0, Math.max(...values, 1e-9)], [heightPx - margin.bottom, margin.top]);
  return html`<svg viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}" aria-hidden="true">
${valueAxis(y, widthPx, chart.format, chart.valueTitle)}
${labelAxis(
  labels.map((text, index) => ({ text, xPx: x(index) })),
  { widthPx, heightPx, title: chart.labelTitle },
)}
${mark && markLine(x(mark.at), mark.text)}
${series.map(
  ({ values, isDashed }, index) =>
    html`<path class="line s${index + 1}${isDashed === true ? ' dashed' : ''}" d="${toPath(values, x, y)}"/>`,
)}</svg>`;
}

function markLine(xPx: number, text: string): Html {
  return html`<line class="mark" x1="${px(xPx)}" x2="${px(xPx)}" y1="${margin.top}" y2="${heightPx - margin.bottom}"/><text x="${px(xPx + 6)}" y="${margin.top + 8}">${text}</text>`;
}

function linearPlaces(count: number, widthPx: number): (index: number) => number {
  const step = (widthPx - margin.left - margin.right) / Math.max(1, count - 1);
  return (index) => margin.left + index * step;
}

function toPath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let isDown = false;
  for (const [index, value] of values.entries()) {
    if (value !== null) path += `${isDown ? 'L' : 'M'}${px(x(index))} ${px(y(value))}`;
    isDown = value !== null;
  }
  return path;
}
