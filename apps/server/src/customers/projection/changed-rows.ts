import { toIsoString, type Instant } from '@regulars/core/shared';

/** The entries that changed, in no particular order. */
export function changedRows<Key, Value>(all: ReadonlyMap<Key, Value>, changed: ReadonlySet<Key>): readonly Value[] {
  return [...changed].flatMap((key) => all.get(key) ?? []);
}

/** An instant on its way into JSON for Postgres. */
export function toJsonInstant(at: Instant | null): string | null {
  return at === null ? null : toIsoString(at);
}
