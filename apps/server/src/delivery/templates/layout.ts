/** Places in the compiled layout that each template fills; no such words are in MJML's own output. */
export const layoutMarks = {
  locale: 'rg0locale',
  subject: 'rg0subject',
  preheader: 'rg0preheader',
  letter: 'rg0letter',
  because: 'rg0because',
  unsubscribe: 'rg0unsubscribe',
} as const;

const m = layoutMarks;
const fonts = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/**
 * A letter, not a leaflet: one column of text, the sender's signature at its end, and below it, small, who writes and how
 * to hear no more. Readable in light and in dark.
 */
const layoutMjml = `
<mjml lang="${m.locale}">
  <mj-head>
    <mj-title>${m.subject}</mj-title>
    <mj-preview>${m.preheader}</mj-preview>
    <mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
    <mj-attributes>
      <mj-all font-family="${fonts}" />
      <mj-section padding="0" />
      <mj-text padding="0 24px" font-size="16px" line-height="1.55" color="#242424" />
    </mj-attributes>
    <mj-style>
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      @media (prefers-color-scheme: dark) {
        .page, .page > div { background-color: #1c1c1e !important; }
        .letter div, .letter p, .letter li, .letter h1, .letter h2, .letter h3 { color: #ececec !important; }
        .letter a { color: #8ab4f8 !important; }
        .small div, .small a { color: #a8a8a8 !important; }
        .small { border-color: #3a3a3c !important; }
      }
    </mj-style>
  </mj-head>
  <mj-body width="600px" background-color="#ffffff" css-class="page">
    <mj-section padding="32px 0 8px"><mj-column><mj-text css-class="letter">${m.letter}</mj-text></mj-column></mj-section>
    <mj-section padding="8px 0 32px"><mj-column>
      <mj-text css-class="small" font-size="12px" color="#6b6b6b">{{ store.name }}{% if store.postal_address %} · {{ store.postal_address }}{% endif %}{% if unsubscribe.url %}<br>${m.because} {{ store.name }}. <a href="{{ unsubscribe.url }}" style="color:#6b6b6b">${m.unsubscribe}</a>{% endif %}</mj-text>
    </mj-column></mj-section>
  </mj-body>
</mjml>`;

/** Compiles the layout: HTML with Liquid and the marks in it. MJML costs a second to load, so only the worker does. */
export async function compileLayout(): Promise<string> {
  const { default: mjml2html } = await import('mjml');
  const { html, errors } = await mjml2html(layoutMjml, { fonts: {}, validationLevel: 'strict' });
  if (errors.length > 0) throw new Error(`The layout is not valid MJML: ${errors[0]?.formattedMessage ?? ''}`);
  return html
    .replace(/^\s+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .replace(/^[ \t]+/gm, '');
}
