import { AdapterError } from '@regulars/adapter-contracts';
import { toInstant, type Instant } from '@regulars/core/shared';
import { z } from 'zod';

/**
 * Where reading by time of change stopped. Pages counted from the beginning would skip what moves up while they are read,
 * so each page is the first one since the last time seen; what was seen of that second is left out.
 */
export interface ChangeCursor {
  /** Null for the very beginning. */
  readonly from: Instant | null;
  /** Counted from 1; more than that only where one second changed more than a page holds. */
  readonly page: number;
  /** Of the second `from`, as far as they were given out. */
  readonly seenIds: readonly string[];
}

const wireCursor = z.object({
  from: z
    .number()
    .nullable()
    .transform((value) => (value === null ? null : toInstant(value))),
  page: z.int().positive(),
  seenIds: z.array(z.string()),
});

export function beginAt(from: Instant | null): ChangeCursor {
  return { from, page: 1, seenIds: [] };
}

export function parseCursor(text: string): ChangeCursor {
  try {
    return wireCursor.parse(JSON.parse(text));
  } catch {
    throw new AdapterError('This is no cursor of this adapter.', { kind: 'invalid', outcome: 'notDone' });
  }
}

export interface ChangedRow {
  readonly id: string;
  readonly changedAt: Instant;
}

/** Rows that were given out before: of the cursor's second, or of one before it. */
export function isNew({ from, seenIds }: ChangeCursor, { id, changedAt }: ChangedRow): boolean {
  if (from === null || changedAt > from) return true;
  return changedAt === from && !seenIds.includes(id);
}

/** Where to go on after a full page. */
export function toNextCursor({ from, page, seenIds }: ChangeCursor, rows: readonly ChangedRow[]): ChangeCursor {
  const last = rows.at(-1)?.changedAt ?? null;
  const seenAt = (at: Instant) => rows.filter(({ changedAt }) => changedAt === at).map(({ id }) => id);
  if (last !== null && (from === null || last > from)) return { from: last, page: 1, seenIds: seenAt(last) };
  return { from, page: page + 1, seenIds: from === null ? [] : [...new Set([...seenIds, ...seenAt(from)])] };
}
