/** The report's whole appearance. Colours are those of the dashboard; every pair used for text meets WCAG AA. */
export const styles = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf8f4, #161513);
  --surface: light-dark(#ffffff, #1e1d1a);
  --sunken: light-dark(#f3f0e9, #121110);
  --ink: light-dark(#211e1a, #f0ece4);
  --ink-soft: light-dark(#575148, #bab3a7);
  --line: light-dark(#e6e0d5, #322f2a);
  --line-strong: light-dark(#bdb4a4, #5a554c);
  --accent: light-dark(#1f6f54, #74cba7);
  --accent-soft: light-dark(#e4f1ea, #1c322a);
  --attention: light-dark(#815300, #e9bd6b);
  --attention-soft: light-dark(#fbf0d9, #362b16);
  --s1: light-dark(#1f6f54, #74cba7);
  --s2: light-dark(#b0701a, #e9bd6b);
  --s3: light-dark(#3d5a9e, #9db5ee);
  --heat-from: light-dark(#f1efe8, #24231f);
  --heat-to: light-dark(#15553f, #86d8b5);
  --text: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  --display: 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif;
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 400 0.9375rem/1.55 var(--text); text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 70rem; padding: 3.5rem 1.5rem 5rem; }
h1, h2, h3, p, figure, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font: 500 2.5rem/1.15 var(--display); letter-spacing: -0.01em; text-wrap: balance; }
h2 { font: 500 1.625rem/1.25 var(--display); margin-bottom: 0.375rem; }
h3 { font-size: 0.9375rem; font-weight: 600; }
p { text-wrap: pretty; max-width: 46rem; }
header { display: grid; gap: 0.75rem; margin-bottom: 2rem; }
.eyebrow { color: var(--ink-soft); font-size: 0.8125rem; }
.lead { font-size: 1.125rem; max-width: 48rem; }
section { margin-top: 3.5rem; }
section > p { color: var(--ink-soft); margin-bottom: 1.25rem; }
.stats { display: grid; grid-template-columns: repeat(4, 1fr); border: 1px solid var(--line); border-radius: 12px; background: var(--surface); overflow: hidden; }
.stats div { padding: 1.125rem 1.25rem; border-inline-start: 1px solid var(--line); }
.stats div:first-child { border-inline-start: 0; }
dt { color: var(--ink-soft); font-size: 0.8125rem; }
.stats dd { font: 500 1.75rem/1.2 var(--display); font-variant-numeric: tabular-nums lining-nums; margin-top: 0.25rem; }
.stats small { display: block; font: 400 0.8125rem/1.4 var(--text); color: var(--ink-soft); margin-top: 0.25rem; }
.figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; }
figure, .panel { min-width: 0; padding: 1.125rem 1.25rem 0.875rem; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); break-inside: avoid; }
figure.full, .panel.full { grid-column: 1 / -1; }
figcaption { display: grid; margin-bottom: 0.75rem; }
figcaption strong { font-weight: 600; }
figcaption span { color: var(--ink-soft); font-size: 0.8125rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin-bottom: 0.75rem; color: var(--ink-soft); font-size: 0.8125rem; }
.legend li { display: inline-flex; align-items: center; gap: 0.5rem; }
.legend i { width: 0.75rem; height: 0.25rem; border-radius: 2px; background: var(--s1); }
.legend i.s2 { background: var(--s2); }
.drawing svg { display: block; width: 100%; height: auto; overflow: visible; font-variant-numeric: tabular-nums; }
.drawing.narrow { display: none; }
svg text { fill: var(--ink-soft); font: 400 12px var(--text); }
svg text.label { font-size: 11.5px; }
svg text.strong { fill: var(--ink); font-weight: 600; paint-order: stroke; stroke: var(--surface); stroke-width: 4px; }
.grid { stroke: var(--line); }
.base { stroke: var(--line-strong); }
.mark { stroke: var(--line-strong); stroke-dasharray: 3 3; }
.line { fill: none; stroke: var(--s1); stroke-width: 2; stroke-linejoin: round; }
.line.s2 { stroke: var(--s2); }
.line.dashed { stroke-dasharray: 5 4; }
.bar { fill: var(--s1); }
.bar.s2 { fill: var(--s2); }
.heat { fill: color-mix(in oklab, var(--heat-to) var(--heat), var(--heat-from)); }
.range { stroke: var(--line-strong); stroke-width: 1.5; }
.range.inner { stroke: var(--s1); stroke-width: 5; stroke-linecap: round; opacity: 0.45; }
.dot { fill: var(--s1); }
details { margin-top: 0.625rem; border-top: 1px solid var(--line); padding-top: 0.5rem; font-size: 0.8125rem; }
summary { color: var(--ink-soft); cursor: pointer; }
summary:hover { color: var(--ink); }
.scroll { overflow: auto; max-height: 22rem; margin-top: 0.5rem; }
.scroll.whole { max-height: none; margin-top: 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--line); font-weight: 400; text-align: start; white-space: nowrap; }
td { text-align: end; }
thead th { position: sticky; top: 0; background: var(--surface); color: var(--ink-soft); z-index: 1; }
thead th:not(:first-child) { text-align: end; }
tr:last-child > * { border-bottom: 0; }
tbody th { max-width: 15rem; overflow: hidden; text-overflow: ellipsis; }
table thead th.wide, table td.wide { text-align: start; width: 30%; min-width: 9rem; }
table svg { display: block; width: 100%; height: 14px; overflow: visible; }
.verdicts { display: grid; gap: 0.5rem; margin-bottom: 1.25rem; max-width: 50rem; }
.verdicts li { padding: 0.625rem 0.875rem; border-radius: 8px; background: var(--accent-soft); }
.verdicts li.attention { background: var(--attention-soft); }
.verdicts b { font-weight: 600; }
.verdicts li b { color: var(--accent); }
.verdicts li.attention b { color: var(--attention); }
.panel h3 { margin-bottom: 0.5rem; }
.panel table { margin-bottom: 0.5rem; }
.meanings { display: grid; gap: 0.5rem; }
.meanings li { padding-inline-start: 0.875rem; border-inline-start: 2px solid var(--line-strong); }
footer { margin-top: 4rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--ink-soft); font-size: 0.8125rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
@media (max-width: 46rem) {
  body { padding: 2rem 1rem 3rem; }
  h1 { font-size: 1.875rem; }
  .lead { font-size: 1rem; }
  .stats { grid-template-columns: 1fr 1fr; }
  .stats div { border-inline-start: 0; border-top: 1px solid var(--line); padding: 0.875rem 1rem; }
  .stats div:nth-child(-n + 2) { border-top: 0; }
  .stats div:nth-child(even) { border-inline-start: 1px solid var(--line); }
  .stats dd { font-size: 1.375rem; }
  .figures { grid-template-columns: minmax(0, 1fr); }
  figure, .panel { padding: 1rem 1rem 0.75rem; }
  tbody th { max-width: 8.5rem; }
  .drawing.wide { display: none; }
  .drawing.narrow { display: block; }
}
@media print {
  :root { color-scheme: light; }
  html { background: #fff; font-size: 11px; }
  body { max-width: none; padding: 0; }
  section { margin-top: 2rem; }
  details, .drawing.narrow { display: none; }
  .drawing.wide { display: block; }
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .scroll { overflow: visible; max-height: none; }
  .bar, .heat, .dot, .legend i, .verdicts li { print-color-adjust: exact; }
  @page { margin: 14mm; }
}
`;
