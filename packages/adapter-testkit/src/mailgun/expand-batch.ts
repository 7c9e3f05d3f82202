import { randomBytes } from 'node:crypto';
import type { AcceptedMessage } from './accept-message.ts';

/** What to fill in for each recipient, by plain address. */
type RecipientVariables = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** `recipient-variables` of a form; null where it has none. */
export function readRecipientVariables(
  form: readonly (readonly [name: string, value: string])[],
): RecipientVariables | 'invalid' | null {
  const text = form.find(([name]) => name === 'recipient-variables')?.[1];
  if (text === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as RecipientVariables) : 'invalid';
  } catch {
    return 'invalid';
  }
}

/**
 * The mails a batch becomes: one a recipient, all under one Message-ID, with what is known of each filled in. What is not
 * known stays as it stands; an address given twice gets one mail.
 */
export function expandBatch(batch: AcceptedMessage, variables: RecipientVariables): readonly AcceptedMessage[] {
  const byAddress = new Map(batch.to.map((to) => [plainAddress(to).toLowerCase(), to]));
  return [...byAddress.values()].map((to) => {
    const known = variables[plainAddress(to)] ?? {};
    const fill = (text: string): string =>
      text.replace(/%recipient\.([\w-]+)%/g, (placeholder, name: string) => known[name] ?? placeholder);
    const fillAll = (texts: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text)]));
    return {
      ...batch,
      eventId: randomBytes(16).toString('base64url'),
      to: [to],
      subject: fill(batch.subject),
      html: fill(batch.html),
      text: fill(batch.text),
      headers: fillAll(batch.headers),
      variables: fillAll(batch.variables),
    };
  });
}

function plainAddress(to: string): string {
  return /<([^>]*)>$/.exec(to)?.[1] ?? to;
}
