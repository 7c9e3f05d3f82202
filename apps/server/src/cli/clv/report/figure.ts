import { html, type Html } from './html.ts';

/** A chart with all that stands around it. */
export interface Figure {
  readonly title: string;
  /** How many the figures are made of, and over which time. */
  readonly note: string;
  /** One sentence that says what is seen, for those who do not see it. */
  readonly alt: string;
  readonly legend?: readonly string[];
  readonly draw: (widthPx: number) => Html;
  /** The same figures as rows. */
  readonly table: Table;
  readonly width?: 'half' | 'full';
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const widths = { half: 500, full: 1016 } as const;
const narrowPx = 326;

/** Drawn twice, for a page and for a phone, because a picture that is only scaled has letters too small to read. */
export function figure({ title, note, alt, legend = [], draw, table: data, width = 'half' }: Figure): Html {
  return html`<figure class="${width}">
<figcaption><strong>${title}</strong><span>${note}</span></figcaption>
${legend.length > 0 && html`<ul class="legend">${legend.map((name, index) => html`<li><i class="s${index + 1}"></i>${name}</li>`)}</ul>`}
<div class="drawing wide" role="img" aria-label="${alt}">${draw(widths[width])}</div>
<div class="drawing narrow" role="img" aria-label="${alt}">${draw(narrowPx)}</div>
<details><summary>The figures as a table</summary>${table(data)}</details>
</figure>`;
}

/** The first cell of each row names it. */
export function table({ head, rows }: Table): Html {
  return html`<div class="scroll" tabindex="0"><table><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map(
    ([first = '', ...rest]) =>
      html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
