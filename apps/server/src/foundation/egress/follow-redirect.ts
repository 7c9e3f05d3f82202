import type { Answer, Question } from './exchange.ts';

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Where an answer sends a request on: only to the same origin, as its keys are meant for no other, and only when it
 * reads, as a redirected POST would become a GET and look like success. The next hop is checked like the first.
 *
 * @returns null for an answer that is no redirect.
 */
export function toRedirectTarget({ url, method }: Question, { status, headers }: Answer): URL | 'refused' | null {
  const location = headers.get('location');
  if (!redirects.has(status) || location === null) return null;
  const target = URL.parse(location, url.href);
  const isReading = method === 'GET' || method === 'HEAD';
  return isReading && target?.origin === url.origin && target.username === '' ? target : 'refused';
}
