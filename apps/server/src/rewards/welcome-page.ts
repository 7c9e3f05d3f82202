import type { Reward } from '@regulars/core/referrals';
import { type Language, secondMs } from '@regulars/core/shared';
import { html, type Page } from '../foundation/pages/index.ts';
import { dayWords, noticePage, rewardWords, shopLink, textsIn } from '../referrals/door.ts';
import type { Store } from '../stores/door.ts';
import type { Welcome } from './read-welcome.ts';

/** After this long a friend is told that something is in the way, instead of that it takes a few seconds. */
const delayedAfterMs = 60 * secondMs;

/** What the friend sees after the claim: waiting, the code, or what became of it. */
export function welcomePage(language: Language, store: Store, { reward, isLive, ageMs }: Welcome): Page {
  const texts = textsIn(language);
  const status = reward?.standing.status ?? 'approved';
  if (reward !== null && status === 'issued') return codePage(language, store, reward);
  if (status === 'redeemed') return noticePage(language, store, texts.used.title, texts.used.text);
  if (!isLive || status === 'expired' || status === 'revoking' || status === 'revoked') {
    return noticePage(language, store, texts.ended.title, texts.ended.text);
  }
  const isDelayed = status === 'stuck' || ageMs > delayedAfterMs;
  const { title, text } = isDelayed ? texts.delayed : texts.waiting;
  return {
    language,
    title,
    shop: store.name,
    refreshSeconds: isDelayed ? 30 : 2,
    body: html`<h1>${title}</h1>
      <div role="status">
        <p>${text}</p>
        ${isDelayed ? null : html`<div class="wait" aria-hidden="true"></div>`}
      </div>`,
  };
}

function codePage(language: Language, store: Store, { code, terms, expiresAt }: Reward): Page {
  const texts = textsIn(language);
  const until = dayWords(expiresAt, language, store.timeZone);
  return {
    language,
    title: texts.ready.title,
    shop: store.name,
    refreshSeconds: null,
    body: html`<h1>${texts.ready.title}</h1>
      <p>${texts.ready.text(rewardWords(terms, store.currency, language, 'first'), until)}</p>
      <span class="code">${code}</span>
      <button
        class="button quiet"
        type="button"
        hidden
        data-copy="${code}"
        data-done="${texts.copied}"
        aria-live="polite"
      >
        ${texts.copy}
      </button>
      ${shopLink(language, store)}
      <p class="small">${texts.ready.bound}</p>`,
  };
}
