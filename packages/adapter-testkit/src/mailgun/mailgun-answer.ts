import type { Answer } from '../upstream/fault.ts';

export function json(status: number, body: unknown): Answer {
  return { status, body: JSON.stringify(body) };
}

/** Mailgun's errors are one `message`. */
export function refusal(status: number, message: string): Answer {
  return json(status, { message });
}
