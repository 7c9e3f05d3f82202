import type { ReferralRejection } from '@regulars/core/referrals';
import type { Language } from '@regulars/core/shared';
import { html, type Html, type Page } from '../../foundation/pages/index.ts';
import type { Store } from '../../stores/door.ts';
import { textsIn } from './page-texts.ts';

/** A page that only says something, with the way to the shop where there is one. */
export function noticePage(language: Language, store: Store | null, title: string, text: string): Page {
  return {
    language,
    title,
    shop: store?.name ?? null,
    refreshSeconds: null,
    body: html`<h1>${title}</h1>
      <p>${text}</p>
      ${store === null ? null : shopLink(language, store)}`,
  };
}

/** Why there is no code, said so that nobody feels accused. */
export function refusalPage(language: Language, store: Store | null, reason: ReferralRejection): Page {
  const texts = textsIn(language);
  if (store === null || reason === 'link_unknown')
    return noticePage(language, store, texts.unknown.title, texts.unknown.text);
  switch (reason) {
    case 'self_referral':
      return noticePage(language, store, texts.ownLink.title, texts.ownLink.text);
    case 'existing_customer':
      return noticePage(language, store, texts.noCode.title, texts.noCode.text(store.name));
    case 'too_many_claims':
      return noticePage(language, store, texts.busy.title, texts.busy.text);
    case 'program_paused':
      return noticePage(language, store, texts.paused.title(store.name), texts.paused.text);
    default:
      return noticePage(language, store, texts.ended.title, texts.ended.text);
  }
}

export function shopLink(language: Language, { url, name }: Store): Html | null {
  return url === null ? null : html`<a class="button" href="${url}">${textsIn(language).toShop(name)}</a>`;
}
