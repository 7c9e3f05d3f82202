import { checkInAnswerSchema, type CheckInAnswer } from '@regulars/core/messaging';
import type { Language } from '@regulars/core/shared';
import { html, type Html, type Page } from '../../foundation/pages/index.ts';
import type { Store } from '../../stores/door.ts';
import { checkInTexts, type CheckInTexts } from './check-in-texts.ts';
import type { CheckIn } from './read-check-in.ts';

export interface CheckInView {
  readonly language: Language;
  readonly store: Store;
  readonly checkIn: CheckIn;
  /** The answer whose link was followed; null for a link that names none. */
  readonly chosen: CheckInAnswer | null;
}

/**
 * The page behind the three answers of a check-in. Only its buttons answer, not the link that leads to it: mail scanners
 * follow every link. What was said is not repeated here, as a forwarded mail would show it to others.
 */
export function checkInPage({ language, store, checkIn, chosen }: CheckInView): Page {
  const texts = checkInTexts(language);
  const answered = checkIn.standing?.answer ?? null;
  const isDone = answered !== null && (chosen === null || chosen === answered);
  const title = isDone ? texts.answers[answered].thanks.title : texts.question;
  return {
    language,
    title,
    shop: store.name,
    refreshSeconds: null,
    body: html`<h1>${title}</h1>
      ${checkIn.product === null ? null : html`<p class="shop">${checkIn.product}</p>`}
      ${isDone ? thanks(texts, answered, store) : ask(texts, chosen, answered, store)}`,
  };
}

/** For a link that was cut off, made up, or is too old. */
export function unknownCheckInPage(language: Language, store: Store | null): Page {
  const { title, text } = checkInTexts(language).unknown;
  return {
    language,
    title,
    shop: store?.name ?? null,
    refreshSeconds: null,
    body: html`<h1>${title}</h1>
      <p>${text}</p>`,
  };
}

function ask(texts: CheckInTexts, chosen: CheckInAnswer | null, answered: CheckInAnswer | null, store: Store): Html {
  const before = answered === null ? null : html`<p>${texts.before} ${texts.answers[answered].choice}.</p>`;
  return html`${before} ${form(texts, chosen, chosen === null ? '' : texts.answers[chosen].send)}
    <p class="small">${texts.reads(store.sender.name)}</p>`;
}

function thanks(texts: CheckInTexts, answered: CheckInAnswer, store: Store): Html {
  return html`<p>${texts.answers[answered].thanks.text(store.sender.name)}</p>
    <details>
      <summary>${texts.change}</summary>
      ${form(texts, answered, texts.addNow)}
    </details>`;
}

/** One field and the answers: the chosen one first and foremost, the others within reach. */
function form(texts: CheckInTexts, chosen: CheckInAnswer | null, send: string): Html {
  const others = checkInAnswerSchema.options.filter((answer) => answer !== chosen);
  return html`<form method="post">
    <label for="note">${chosen === null ? texts.add : texts.answers[chosen].ask} ${texts.optional}</label>
    <textarea id="note" name="note" maxlength="4000"></textarea>
    ${chosen === null ? null : button(chosen, send, 'button')}
    <fieldset>
      ${chosen === null ? null : html`<legend>${texts.rather}</legend>`}
      ${others.map((answer) => button(answer, texts.answers[answer].choice, 'button quiet'))}
    </fieldset>
  </form>`;
}

function button(answer: CheckInAnswer, words: string, style: string): Html {
  return html`<button class="${style}" name="answer" value="${answer}">${words}</button>`;
}
