import type { MailTemplate } from '@regulars/core/messaging';
import { fail, ok, type Rejection, type Result } from '@regulars/core/shared';
import { checkLiquid } from './check-liquid.ts';
import { exampleVariables } from './example-variables.ts';
import { findLetterWords } from './letter-words.ts';
import { layoutHtml, layoutMarks } from './layout.ts';
import { toLetterHtml } from './letter-html.ts';
import { toLetterText } from './letter-text.ts';
import { protectLiquid } from './protect-liquid.ts';
import { maxHtmlBytes, prepareTemplate, renderTemplate } from './render-template.ts';

/** A template ready for names: three texts with Liquid in them. */
export interface CompiledTemplate {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const maxSourceLength = { subject: 250, preheader: 250, body: 40_000 } as const;

/** Checks a template and compiles it into the layout. Pure, but not for the main thread: a hostile template may take long. */
export function compileTemplate(template: MailTemplate): Result<CompiledTemplate, readonly Rejection[]> {
  const problems = (['subject', 'preheader', 'body'] as const).flatMap((field) => checkField(template, field));
  if (problems.length > 0) return fail(problems);
  const body = protectLiquid(template.body);
  const letter = toLetterHtml(body);
  if (!letter.ok) return letter;

  const words = findLetterWords(template.locale);
  const parts: Readonly<Record<keyof typeof layoutMarks, string>> = {
    because: words.because,
    unsubscribe: words.unsubscribe,
    locale: /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(template.locale) ? template.locale : 'en',
    subject: escapeAroundLiquid(template.subject),
    preheader: escapeAroundLiquid(template.preheader),
    letter: body.restore(letter.value),
  };
  const compiled = {
    subject: template.subject,
    html: layoutHtml.replace(
      new RegExp(Object.values(layoutMarks).join('|'), 'g'),
      (mark) => parts[mark.slice('rg0'.length) as keyof typeof parts],
    ),
    text: `${body.restore(toLetterText(letter.value))}\n\n--\n${textFooter(words)}`,
  };
  const failure = tryOut(compiled);
  return failure === null ? ok(compiled) : fail([failure]);
}

function checkField(template: MailTemplate, field: 'subject' | 'preheader' | 'body'): readonly Rejection[] {
  const text = template[field];
  const path = `/${field}`;
  const most = maxSourceLength[field];
  if (text.length > most)
    return [{ code: 'template.too_large', path, message: `At most ${most} characters; this has ${text.length}.` }];
  if (field !== 'preheader' && text.trim() === '')
    return [{ code: 'template.empty', path, message: `A mail needs a ${field}.` }];
  return checkLiquid(text, path);
}

function textFooter({ because, unsubscribe }: { readonly because: string; readonly unsubscribe: string }): string {
  return `{{ store.name }}{% if store.postal_address %} · {{ store.postal_address }}{% endif %}{% if unsubscribe.url %}\n${because} {{ store.name }}.\n${unsubscribe}: {{ unsubscribe.url }}{% endif %}\n`;
}

/** HTML-escapes an author's words and leaves the Liquid between them alone. */
function escapeAroundLiquid(text: string): string {
  const source = protectLiquid(text);
  return source.restore(source.text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`));
}

/** Renders with much and with nothing known: what fails for these would fail for a customer. */
function tryOut(compiled: CompiledTemplate): Rejection | null {
  try {
    const prepared = prepareTemplate(compiled);
    for (const variables of exampleVariables) {
      const size = Buffer.byteLength(renderTemplate(prepared, variables).html);
      if (size > maxHtmlBytes)
        return {
          code: 'template.too_large',
          path: '',
          message: `The mail would have ${size} bytes; inboxes cut it off after ${maxHtmlBytes}.`,
        };
    }
    return null;
  } catch {
    return {
      code: 'template.render_failed',
      path: '',
      message: 'The template takes too much time or memory to fill in.',
    };
  }
}
