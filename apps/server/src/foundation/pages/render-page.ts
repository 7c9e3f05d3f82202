import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from './html.ts';
import { pageStyle } from './page-style.ts';

export interface Page {
  readonly language: string;
  readonly title: string;
  readonly shop: string | null;
  readonly body: Html;
  /** Seconds after which the browser looks again; null for a page that is done. */
  readonly refreshSeconds: number | null;
}

/** Turns the hidden copy button into one that works; without scripts the code selects itself at a touch. */
const copyScript = `for(const b of document.querySelectorAll('[data-copy]')){b.hidden=false;b.addEventListener('click',async()=>{await navigator.clipboard.writeText(b.dataset.copy);b.textContent=b.dataset.done})}`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Written without the `html` tag, which formatters lay out anew: the hashes cover every character between the tags. */
const styleElement = new Html(`<style>${pageStyle}</style>`);
const scriptElement = new Html(`<script>${copyScript}</script>`);

const policy = [
  "default-src 'none'",
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(copyScript)}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sends a page for a store's customers: one document, nothing loaded from anywhere, kept by no cache and no search engine. */
export function sendPage(reply: FastifyReply, status: number, page: Page): FastifyReply {
  return reply
    .status(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    })
    .send(render(page));
}

function render({ language, title, shop, body, refreshSeconds }: Page): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        ${refreshSeconds === null ? null : html`<meta http-equiv="refresh" content="${refreshSeconds}" />`}
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <main>${shop === null ? null : html`<p class="shop">${shop}</p>`} ${body}</main>
        ${scriptElement}
      </body>
    </html>`.text;
}
