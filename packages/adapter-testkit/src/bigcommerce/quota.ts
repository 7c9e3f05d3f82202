import type { Answer } from '../upstream/fault.ts';
import { problem } from './answers.ts';

/** What all apps of a store may ask for together, in windows that begin with a call. */
export interface Quota {
  /** The answer of one call, with the headers that tell what is left; 429 when nothing was. */
  spend(work: () => Answer): Answer;
}

export function createQuota(perWindow: number, windowMs: number, nowMs: () => number): Quota {
  let endsAtMs = 0;
  let left = perWindow;
  return {
    spend(work) {
      const now = nowMs();
      if (now >= endsAtMs) {
        endsAtMs = now + windowMs;
        left = perWindow;
      }
      const isEmpty = left <= 0;
      left = Math.max(0, left - 1);
      const given = isEmpty ? problem(429, 'You have exceeded the number of calls permitted.') : work();
      const headers = {
        'x-rate-limit-requests-left': String(left),
        'x-rate-limit-requests-quota': String(perWindow),
        'x-rate-limit-time-window-ms': String(windowMs),
        'x-rate-limit-time-reset-ms': String(endsAtMs - now),
      };
      return { ...given, headers: { ...given.headers, ...headers } };
    },
  };
}
