import type { AdapterErrorKind } from '@regulars/adapter-contracts';
import type { Fault } from '../upstream/fault.ts';

/** Faults one after the other, in words that follow on "through", and as what an adapter tells them. */
export interface FaultScript {
  readonly id: string;
  readonly words: string;
  readonly faults: readonly Fault[];
  readonly kind: AdapterErrorKind;
  /** How long answers are waited for, where some never come; as long as a busy machine takes when left out. */
  readonly patienceMs?: number;
}

const html = { 'content-type': 'text/html' };
const error = (status: number): Fault => ({ kind: 'answerInstead', status, headers: html, body: '<h1>Sorry</h1>' });
const limit: Fault = { kind: 'answerInstead', status: 429, headers: { 'retry-after': '1' }, body: '{}' };

/** What upstreams do on a bad day. */
export const faultScripts: readonly FaultScript[] = [
  { id: 'limited', words: 'limits', faults: [limit, limit], kind: 'rateLimited' },
  {
    id: 'reset',
    words: 'broken connections, before and after the work',
    faults: [{ kind: 'resetInstead' }, { kind: 'resetAfter' }],
    kind: 'unavailable',
  },
  { id: 'half', words: 'half an answer', faults: [{ kind: 'halfAfter' }], kind: 'unavailable' },
  { id: 'server_error', words: 'server errors in HTML', faults: [error(500), error(502)], kind: 'unavailable' },
  {
    id: 'slow',
    words: 'an answer that comes too late',
    faults: [{ kind: 'delayAfter', delayMs: 60_000 }],
    kind: 'unavailable',
    patienceMs: 1_000,
  },
  {
    id: 'access_lost',
    words: 'credentials that do not serve for a moment',
    faults: [{ kind: 'answerInstead', status: 401, body: '{}' }],
    kind: 'unauthenticated',
  },
];
