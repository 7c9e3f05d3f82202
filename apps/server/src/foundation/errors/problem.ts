import type { Rejection } from '@regulars/core/shared';

import type { ErrorCatalogue } from './error-catalogue.ts';

/** A foreseen refusal on its way to an HTTP caller, as problem+json (RFC 9457). Thrown by route handlers only. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | null;
  readonly errors: readonly Rejection[];

  constructor(code: string, status: number, title: string, detail: string | null, errors: readonly Rejection[]) {
    super(code);
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
  }
}

/**
 * Makes the refusal `code` of a room's catalogue.
 *
 * @param detail - what is wrong this time and what would be right; shown to the caller, so free of secrets and e-mail addresses
 * @param errors - the fields at fault, by JSON pointer
 * @example
 * ```ts
 * throw problem(customersErrors, 'customer.not_found');
 * ```
 */
export function problem<Catalogue extends ErrorCatalogue>(
  catalogue: Catalogue,
  code: keyof Catalogue & string,
  detail: string | null = null,
  errors: readonly Rejection[] = [],
): Problem {
  const definition = catalogue[code];
  if (definition === undefined) throw new RangeError(`No error ${code} is in this catalogue.`);
  return new Problem(code, definition.status, definition.title, detail, errors);
}
