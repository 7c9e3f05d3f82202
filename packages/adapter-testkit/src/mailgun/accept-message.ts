import { randomBytes } from 'node:crypto';
import type { Answer } from '../upstream/fault.ts';
import type { ReceivedRequest } from '../upstream/http-upstream.ts';
import { expandBatch, readRecipientVariables } from './expand-batch.ts';
import { json, refusal } from './mailgun-answer.ts';

/** A message as Mailgun took it. */
export interface AcceptedMessage {
  /** Of the event `accepted`. */
  readonly eventId: string;
  /** Without angle brackets, as events tell it. */
  readonly messageId: string;
  readonly acceptedAtMs: number;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** From `h:` fields, names in lower case; or from the MIME message. */
  readonly headers: Readonly<Record<string, string>>;
  /** From `v:` fields. */
  readonly variables: Readonly<Record<string, string>>;
  /** From `o:` fields, tags left out. */
  readonly options: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** The message as given to `messages.mime`; null for `messages`. */
  readonly mime: string | null;
}

const maxRecipients = 1_000;
/** All of `o:`, `h:`, `v:` and `t:` together. */
const maxOptionBytes = 16 * 1024;
const address = /^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/;

/** `POST /v3/{domain}/messages` and `/messages.mime`: checks what Mailgun checks and keeps the message. */
export async function acceptMessage(
  messages: AcceptedMessage[],
  domain: string,
  request: ReceivedRequest,
): Promise<Answer> {
  const form = await readForm(request);
  if (form === null) return refusal(400, 'the form could not be read');
  const variablesOf = readRecipientVariables(form);
  if (variablesOf === 'invalid') return refusal(400, 'recipient-variables parameter is not a valid JSON object');
  const all = (name: string): string[] => form.filter(([key]) => key === name).map(([, value]) => value);
  const one = (name: string): string => all(name)[0] ?? '';
  const prefixed = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      form.filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]),
    );

  const isMime = request.path.endsWith('.mime');
  const mime = isMime ? one('message') : null;
  const to = all('to')
    .flatMap((value) => value.split(','))
    .map((value) => value.trim());
  if (to.length === 0) return refusal(400, 'to parameter is missing');
  if (to.length > maxRecipients) return refusal(400, 'to parameter exceeds the maximum number of recipients');
  if (!to.every((value) => address.test(/<([^>]*)>$/.exec(value)?.[1] ?? value))) {
    return refusal(400, 'to parameter is not a valid address. please check documentation');
  }
  if (mime === '') return refusal(400, 'message parameter is missing');
  if (!isMime && one('from') === '') return refusal(400, 'from parameter is missing');
  if (!isMime && one('html') === '' && one('text') === '') {
    return refusal(400, "Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified");
  }
  const optionBytes = form
    .filter(([name]) => /^[ohvt]:/.test(name))
    .reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (optionBytes > maxOptionBytes) return refusal(400, 'The total size of o:, h:, v: and t: parameters exceeds 16KB');

  const headers = mime === null ? lowerCaseNames(prefixed('h:')) : readHeaders(mime);
  const messageId = (headers['message-id'] ?? `${randomBytes(12).toString('hex')}@${domain}`).replace(/^<|>$/g, '');
  const options = prefixed('o:');
  const tags = all('o:tag');
  delete options['tag'];
  const message: AcceptedMessage = {
    eventId: randomBytes(16).toString('base64url'),
    messageId,
    acceptedAtMs: Date.now(),
    to,
    from: isMime ? (headers['from'] ?? '') : one('from'),
    subject: isMime ? (headers['subject'] ?? '') : one('subject'),
    html: one('html'),
    text: one('text'),
    headers,
    variables: prefixed('v:'),
    options,
    tags,
    mime,
  };
  messages.push(...(variablesOf === null ? [message] : expandBatch(message, variablesOf)));
  return json(200, { id: `<${messageId}>`, message: 'Queued. Thank you.' });
}

/** Multipart and urlencoded forms, by the platform's own parser. */
async function readForm(request: ReceivedRequest): Promise<readonly (readonly [name: string, value: string])[] | null> {
  const contentType = request.headers['content-type'] ?? '';
  const response = new Response(new Uint8Array(request.body), { headers: { 'content-type': contentType } });
  try {
    const form = await response.formData();
    return await Promise.all(
      [...form].map(async ([name, value]) => [name, typeof value === 'string' ? value : await value.text()] as const),
    );
  } catch {
    return null;
  }
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The header section of a MIME message, unfolded; of repeated headers the last one. */
function readHeaders(mime: string): Record<string, string> {
  const head = mime.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}
