import { plus, secondMs, type Instant } from '@regulars/core/shared';
import { z } from 'zod';
import { readAnswer } from '../api/read-answer.ts';
import { date, id, toSecond } from '../wire/wire.ts';
import type { ChangedRow } from './change-cursor.ts';

/** A row before it is read: which it is and when it changed. Whether the rest can be used shows later. */
export interface RawRow extends ChangedRow {
  readonly raw: unknown;
}

const wireRow = z.object({ id, date_modified: date });

export function toRawRow(raw: unknown): RawRow {
  const { id: rowId, date_modified: changedAt } = readAnswer(wireRow, raw);
  return { id: rowId, changedAt, raw };
}

/** The time that is asked for: a second earlier, since V2 counts the very second in and V3 says that it does not. */
export function toLowerBound(from: Instant): string {
  return toSecond(plus(from, -secondMs));
}
