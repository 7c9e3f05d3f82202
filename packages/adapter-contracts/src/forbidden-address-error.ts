import { AdapterError } from './adapter-error.ts';

/** As for `AdapterError`: the host's copy throws it, and the adapter's has to know it. */
const mark = Symbol.for('regulars.forbiddenAddressError');

/**
 * The host does not let an adapter call an address. Nothing was sent.
 *
 * `reason` ends a sentence that begins with the setting at fault; the adapter, which knows it, says which one it is.
 */
export class ForbiddenAddressError extends AdapterError {
  readonly reason: string;
  readonly [mark] = true;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && mark in value;
  }

  constructor(reason: string) {
    super(`The address ${reason}`, { kind: 'misconfigured', outcome: 'notDone' });
    this.reason = reason;
  }

  /**
   * The same, naming the setting.
   *
   * @example
   * ```ts
   * forbidden.naming('url').message; // 'url leads into a private network, …'
   * ```
   */
  naming(setting: string): AdapterError {
    return new AdapterError(`${setting} ${this.reason}`, { kind: this.kind, outcome: this.outcome });
  }
}

/** Looks for it in what a client library threw, which wraps what it was thrown. */
export function findForbiddenAddress(error: unknown): ForbiddenAddressError | null {
  const seen = new Set<unknown>();
  for (let each = error; each instanceof Error && !seen.has(each); each = each.cause) {
    if (each instanceof ForbiddenAddressError) return each;
    seen.add(each);
  }
  return null;
}
