/** An outcome the domain foresees: a value, or a failure with a stable code. Everything unforeseen throws. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** A refusal a person can act on. Codes are API (see docs/errors.md); messages may change. */
export interface Rejection<Code extends string = string> {
  readonly code: Code;
  /** Where the trouble is, as a JSON pointer (RFC 6901) into what was given; '' is the whole. */
  readonly path: string;
  /** What is wrong and what would be right, in one sentence, free of personal data. */
  readonly message: string;
}

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fail<Failure>(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
