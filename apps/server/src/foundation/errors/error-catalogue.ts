/** What the API says about one error: its HTTP status and a title that never changes with the occasion. */
export interface ErrorDefinition {
  readonly status: number;
  readonly title: string;
}

/** The errors of one room by their stable code (`customer.not_found`). Every code has a heading in docs/errors.md. */
export type ErrorCatalogue = Readonly<Record<string, ErrorDefinition>>;

/**
 * Declares the errors a room answers with. A room exports it from its `errors.ts`; the HTTP layer collects them all.
 *
 * @example
 * ```ts
 * export const customersErrors = defineErrors({
 *   'customer.not_found': { status: 404, title: 'There is no such customer in this store.' },
 * });
 * ```
 */
export function defineErrors<const Catalogue extends ErrorCatalogue>(catalogue: Catalogue): Catalogue {
  return catalogue;
}
