import { html, type Html } from '../html.ts';
import { margin } from './axes.ts';
import { px } from './scale.ts';

export interface HeatMap {
  /** Row by row from the bottom; each from 0 to 1, null where nothing can be. */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly title: (row: number, column: number) => string;
  readonly columnLabels: readonly string[];
  readonly rowLabels: readonly string[];
  readonly columnTitle: string;
  readonly rowTitle: string;
}

const fullHeightPx = 244;
const tallestCellPx = 30;

/** Strength by two measures at once. Darker is more, in either theme. */
export function heatMap(map: HeatMap, widthPx: number): Html {
  const rows = map.cells.length;
  const mapPx = Math.min(fullHeightPx, Math.max(1, rows) * tallestCellPx);
  const heightPx = margin.top + mapPx + margin.bottom;
  const columns = map.cells[0]?.length ?? 0;
  const [cellWidth, cellHeight] = [
    (widthPx - margin.left - margin.right) / Math.max(1, columns),
    mapPx / Math.max(1, rows),
  ];
  const top = (row: number) => heightPx - margin.bottom - (row + 1) * cellHeight;
  const left = (column: number) => margin.left + column * cellWidth;
  const everyRow = Math.max(1, Math.ceil(rows / 8));
  const everyColumn = Math.max(1, Math.ceil((columns * 56) / (widthPx - margin.left)));
  return html`<svg viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}" aria-hidden="true">
<text class="label" x="0" y="4">${map.rowTitle}</text>
${map.cells.map((cells, row) =>
  cells.map((value, column) =>
    value === null
      ? ''
      : html`<rect class="heat" x="${px(left(column))}" y="${px(top(row))}" width="${px(cellWidth + 0.3)}" height="${px(cellHeight + 0.3)}" style="--heat:${Math.round(value * 100)}%"><title>${map.title(row, column)}</title></rect>`,
  ),
)}
${map.rowLabels.map((text, row) => (row % everyRow === 0 ? html`<text x="${margin.left - 8}" y="${px(top(row) + cellHeight / 2)}" dy="0.32em" text-anchor="end">${text}</text>` : ''))}
${map.columnLabels.map((text, column) => (column % everyColumn === 0 ? html`<text x="${px(left(column) + cellWidth / 2)}" y="${heightPx - margin.bottom + 16}" text-anchor="middle">${text}</text>` : ''))}
<text class="label" x="${widthPx - margin.right}" y="${heightPx - 4}" text-anchor="end">${map.columnTitle}</text></svg>`;
}
