export type AdapterErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'invalid'
  | 'rateLimited'
  | 'unavailable'
  | 'misconfigured';

export interface AdapterErrorDetails {
  readonly kind: AdapterErrorKind;
  /** `notDone`: the world is certainly unchanged, so trying again is safe. `unknown`: it may have happened. */
  readonly outcome: 'notDone' | 'unknown';
  /** The upstream's wish, in milliseconds, when it told one. */
  readonly retryAfterMs?: number;
}

/** Known to every copy of this package, where an object's class is known to its own copy only. */
const mark = Symbol.for('regulars.adapterError');

/**
 * The only error an adapter may throw. `message` is ours: it never carries the upstream's text, a secret or personal data.
 *
 * An adapter from a package of its own may bring its own copy of this class; `instanceof` knows its errors all the same.
 *
 * @example
 * ```ts
 * throw new AdapterError('The store did not answer in time.', { kind: 'unavailable', outcome: 'unknown' });
 * ```
 */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly kind: AdapterErrorKind;
  readonly outcome: 'notDone' | 'unknown';
  readonly retryAfterMs: number | null;
  readonly [mark] = true;

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class that is derived from it is known by itself alone.
    if (this !== AdapterError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof Error && mark in value;
  }

  constructor(message: string, details: AdapterErrorDetails) {
    super(message);
    this.kind = details.kind;
    this.outcome = details.outcome;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}
