/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * What goes wrong with one request.
 *
 * `instead` faults leave the upstream's state as it was; `after` faults come when the work is done and only the answer is
 * spoilt, which is what makes an outcome unknown.
 */
export type Fault =
  | ({ readonly kind: 'answerInstead' } & Answer)
  | { readonly kind: 'resetInstead' }
  | ({ readonly kind: 'answerAfter' } & Answer)
  | { readonly kind: 'resetAfter' }
  /** The first half of the answer, as if that were all. */
  | { readonly kind: 'halfAfter' }
  | { readonly kind: 'delayAfter'; readonly delayMs: number }
  /** Answers a blank at a time, for ever: each byte is in time and the whole never is. */
  | { readonly kind: 'dripAfter'; readonly everyMs: number };

/** Which requests a fault strikes; every field left out matches all. */
export interface FaultTarget {
  readonly method?: string;
  /** Matched against the path without the query. */
  readonly path?: RegExp;
  /** Matched against the body, where one address takes calls of all kinds. */
  readonly body?: RegExp;
  /** How many matching requests are struck; 1 unless told. */
  readonly times?: number;
}
