import { readdirSync, readFileSync } from 'node:fs';
import type { WebhookRequest } from '@regulars/adapter-contracts';

const folder = new URL('fixtures/live-11.0.1/', import.meta.url);

export interface Recording {
  readonly file: string;
  readonly request: WebhookRequest;
  readonly secret: string;
  readonly body: Buffer;
}

interface RecordedWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: string;
  readonly secret: string;
}

/** A webhook exactly as a real store sent it. */
export function readRecording(file: string): Recording {
  const { headers, rawBody, secret } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedWebhook;
  const body = Buffer.from(rawBody, 'base64');
  const lowerCase = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { file, request: { headers: lowerCase, body }, secret, body };
}

/** All recorded webhooks that are signed. */
export function listRecordings(): readonly Recording[] {
  return readdirSync(folder)
    .filter((file) => /^(order|customer|product|coupon)\./.test(file))
    .map(readRecording);
}

/** The JSON body of the store's answer in a recorded REST call. */
export function readAnswer(file: string): Record<string, unknown> {
  const { response } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { response: { rawBody: string } };
  return JSON.parse(Buffer.from(response.rawBody, 'base64').toString('utf8')) as Record<string, unknown>;
}

/** The recorded body as an object, to be changed in a test. */
export function readBody(file: string): Record<string, unknown> {
  return JSON.parse(readRecording(file).body.toString('utf8')) as Record<string, unknown>;
}
