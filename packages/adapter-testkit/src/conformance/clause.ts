/** One thing an adapter promises. Clauses are data, so that any test runner can run them and a mutant can be told by its id. */
export interface Clause {
  /** Stable, e.g. `webhook.changed_body_refused`. */
  readonly id: string;
  /** The rule, as a sentence. */
  readonly title: string;
  /** Throws when the adapter breaks the rule. */
  readonly run: () => Promise<void>;
}

export function clause(id: string, title: string, run: () => Promise<void> | void): Clause {
  return { id, title, run: async () => run() };
}
