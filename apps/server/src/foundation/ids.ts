import { v5, v7 } from 'uuid';
import type { Id } from '@regulars/core/shared';

/** A fresh id, ordered by the time it was made (UUID version 7, RFC 9562). */
export function newId<Name extends string>(): Id<Name> {
  return v7() as Id<Name>;
}

/**
 * The id of a thing that is named by others: equal inputs give equal ids (UUID version 5, RFC 9562).
 *
 * @param namespace an id, usually the store's, so that equal names in two stores differ.
 */
export function deriveId<Name extends string>(namespace: string, name: string): Id<Name> {
  return v5(name, namespace) as Id<Name>;
}
