import { AdapterError, type AdapterErrorKind } from '@regulars/adapter-contracts';
import { minuteMs, secondMs } from '@regulars/core/shared';

/** What stands in the way of the next page: a while that has to pass, or something a person has to change. */
export interface Setback {
  /** Null: it is tried again when a person says so. */
  readonly waitMs: number | null;
  readonly code: string;
  /** One sentence that may be shown. */
  readonly message: string;
}

const firstWaitMs = 15 * secondMs;
const longestWaitMs = 30 * minuteMs;
const passing: ReadonlySet<AdapterErrorKind> = new Set(['rateLimited', 'unavailable']);

/**
 * @param failures how often in a row it went wrong before this time.
 */
export function toSetback(error: unknown, failures: number): Setback {
  const growingMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 20));
  if (!(error instanceof AdapterError)) {
    const message = 'Reading the platform failed on our side; it is tried again, and the log says why.';
    return { waitMs: growingMs, code: 'adapter_broke', message };
  }
  const { kind: code, message, retryAfterMs } = error;
  if (!passing.has(code)) return { waitMs: null, code, message };
  return { waitMs: retryAfterMs ?? growingMs, code, message };
}
