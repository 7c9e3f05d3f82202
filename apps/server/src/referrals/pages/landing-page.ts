import type { ReferralRules } from '@regulars/core/referrals';
import { formatMoney, type Language } from '@regulars/core/shared';
import { html, type Page } from '../../foundation/pages/index.ts';
import type { Store } from '../../stores/door.ts';
import { textsIn } from './page-texts.ts';
import { rewardWords } from './reward-words.ts';

export interface LandingFacts {
  readonly language: Language;
  readonly store: Store;
  readonly slug: string;
  readonly advocateFirstName: string | null;
  readonly rules: ReferralRules;
  /** The form as it was sent, when its address was none; null on the first visit. */
  readonly rejected: { readonly email: string; readonly isConsenting: boolean } | null;
}

/** Who invites, what the friend gets, and one field. */
export function landingPage({ language, store, slug, advocateFirstName, rules, rejected }: LandingFacts): Page {
  const texts = textsIn(language);
  const { friendWelcome: terms, currency } = rules;
  const minimum = terms.minimumSpendMinor
    ? formatMoney({ amountMinor: terms.minimumSpendMinor, currency }, language)
    : null;
  const invitation = texts.invitation(advocateFirstName, store.name);
  return {
    language,
    title: invitation,
    shop: store.name,
    refreshSeconds: null,
    body: html`<h1>${invitation}</h1>
      <p>${texts.offer(rewardWords(terms, currency, language, 'first'))}</p>
      <form method="post" action="/r/${slug}/claims" novalidate>
        <label for="email">${texts.emailLabel}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="email"
          inputmode="email"
          maxlength="254"
          required
          value="${rejected?.email ?? ''}"
          ${rejected === null ? null : html` aria-invalid="true" aria-describedby="wrong" autofocus`}
        />
        ${rejected === null ? null : html`<p class="wrong" id="wrong" role="alert">${texts.emailWrong}</p>`}
        <label class="tick"
          ><input type="checkbox" name="consent" value="yes" ${rejected?.isConsenting ? html` checked` : null} /><span
            >${texts.consent(store.name)}</span
          ></label
        >
        <button class="button" type="submit">${texts.claim}</button>
      </form>
      <p class="small">${texts.conditions(terms.validDays, minimum)} ${texts.privacy(advocateFirstName)}</p>`,
  };
}
