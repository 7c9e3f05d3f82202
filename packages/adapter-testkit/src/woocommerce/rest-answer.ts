import type { Answer } from '../upstream/fault.ts';
import { toPhpJson } from './php-json.ts';

export function restAnswer(status: number, body: unknown): Answer {
  return { status, body: toPhpJson(body) };
}

/** WordPress' form of an error. */
export function restError(
  status: number,
  code: string,
  message: string,
  data: Readonly<Record<string, unknown>> = {},
): Answer {
  return restAnswer(status, { code, message, data: { status, ...data } });
}
