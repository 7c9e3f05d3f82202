import { readFileSync } from 'node:fs';

/** Places in the layout that each template fills; no such words are in MJML's own output. */
export const layoutMarks = {
  locale: 'rg0locale',
  subject: 'rg0subject',
  preheader: 'rg0preheader',
  letter: 'rg0letter',
  because: 'rg0because',
  unsubscribe: 'rg0unsubscribe',
} as const;

/** What MJML makes of `layout.mjml`: HTML with Liquid and the marks in it. Kept as a file, because MJML takes a second to load. */
export const layoutHtml = readFileSync(new URL('./layout.html', import.meta.url), 'utf8');
