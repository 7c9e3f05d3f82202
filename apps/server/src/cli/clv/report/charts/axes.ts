import { html, type Html } from '../html.ts';
import { px, type Scale } from './scale.ts';

export const margin = { top: 16, right: 12, bottom: 40, left: 48 } as const;

/** Quiet lines across the chart, each with its figure at the left, and what they count above them. */
export function valueAxis(scale: Scale, widthPx: number, format: (value: number) => string, label: string): Html {
  return html`<text class="label" x="0" y="4">${label}</text>${scale.ticks.map(
    (tick) =>
      html`<g transform="translate(0 ${px(scale(tick))})"><line class="${tick === 0 ? 'base' : 'grid'}" x1="${margin.left}" x2="${widthPx - margin.right}"/><text x="${margin.left - 8}" dy="0.32em" text-anchor="end">${format(tick)}</text></g>`,
  )}`;
}

const roomPx = 64;

/** Names below the chart, as many as have room, and what they are below them. */
export function labelAxis(
  labels: readonly { readonly xPx: number; readonly text: string }[],
  { widthPx, heightPx, title }: { readonly widthPx: number; readonly heightPx: number; readonly title: string },
): Html {
  const first = labels.at(0)?.xPx ?? 0;
  const last = labels.at(-1)?.xPx ?? 0;
  const widest = Math.max(...labels.map(({ text }) => text.length)) * 7 + 8;
  const every = Math.max(1, Math.ceil((labels.length * Math.min(roomPx, widest)) / Math.max(roomPx, last - first)));
  const y = heightPx - margin.bottom + 16;
  return html`${labels.map(({ xPx, text }, index) =>
    index % every === 0 ? html`<text x="${px(xPx)}" y="${y}" text-anchor="middle">${text}</text>` : '',
  )}<text class="label" x="${widthPx - margin.right}" y="${heightPx - 4}" text-anchor="end">${title}</text>`;
}
