import { Buffer } from 'node:buffer';

import { z } from 'zod';

import { problem } from '../errors/index.ts';
import { requestErrors } from './errors.ts';

/** The query of every list: how many rows, and where the previous page ended. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many rows to return, 1 to 200.'),
  cursor: z.string().min(1).max(1_000).optional().describe('The `nextCursor` of the previous page.'),
});

/** One page of a list. `nextCursor` is null on the last one. */
export interface Page<Row> {
  readonly data: Row[];
  readonly nextCursor: string | null;
}

/** The response schema of a list of `row`. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ data: z.array(row), nextCursor: z.string().nullable() });
}

/** Turns the sort key of a row into an opaque cursor and back. */
export interface CursorCodec<Key> {
  readonly toCursor: (key: Key) => string;
  /** Null when there is no cursor: start at the beginning. Throws `request.cursor_invalid`. */
  readonly parseCursor: (cursor: string | undefined) => Key | null;
}

/**
 * A cursor is the last row's sort key, checked by `key` when it comes back, so a forged one can only name a position.
 * Keys are not secret: a list filters by store and right in its own query, never by its cursor.
 *
 * @example
 * ```ts
 * const cursors = cursorOf(z.tuple([z.number().int(), z.uuid()])); // [createdAt, id]
 * ```
 */
export function cursorOf<Key>(key: z.ZodType<Key>): CursorCodec<Key> {
  return {
    toCursor: (value) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url'),
    parseCursor: (cursor) => {
      if (cursor === undefined) return null;
      const parsed = key.safeParse(readJson(Buffer.from(cursor, 'base64url').toString('utf8')));
      if (!parsed.success)
        throw problem(
          requestErrors,
          'request.cursor_invalid',
          'Use the nextCursor of the previous page, or leave it out to start over.',
        );
      return parsed.data;
    },
  };
}

/**
 * Cuts one page from rows that were queried with `limit + 1`.
 *
 * @param toCursor - the cursor that continues after a row
 */
export function toPage<Row>(rows: readonly Row[], limit: number, toCursor: (lastRow: Row) => string): Page<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? toCursor(last) : null };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
