import { AdapterError } from '@regulars/adapter-contracts';

/** How far a list sorted by id is read: up to an id, which stood at about this place when it was. */
export interface IdPosition {
  readonly offset: number;
  readonly lastId: number;
}

/**
 * How far a list sorted by change is read: all that changed before a second, counted from 1970; and of those that changed
 * within it, the ones up to an id, where more than a page did.
 */
export interface ChangePosition {
  readonly second: number;
  readonly within: IdPosition | null;
}

export const firstPosition: IdPosition = { offset: 0, lastId: 0 };

export function toChangeCursor({ second, within }: ChangePosition): string {
  return within === null ? `since/${second}` : `within/${second}/${within.offset}/${within.lastId}`;
}

export function parseChangeCursor(cursor: string): ChangePosition {
  const [, since] = /^since\/(-?\d+)$/.exec(cursor) ?? [];
  if (since !== undefined) return { second: Number(since), within: null };
  const [, second, offset, lastId] = /^within\/(-?\d+)\/(\d+)\/(\d+)$/.exec(cursor) ?? [];
  if (lastId === undefined) throw strange();
  return { second: Number(second), within: { offset: Number(offset), lastId: Number(lastId) } };
}

export function toIdCursor({ offset, lastId }: IdPosition): string {
  return `ids/${offset}/${lastId}`;
}

export function parseIdCursor(cursor: string): IdPosition {
  const [, offset, lastId] = /^ids\/(\d+)\/(\d+)$/.exec(cursor) ?? [];
  if (lastId === undefined) throw strange();
  return { offset: Number(offset), lastId: Number(lastId) };
}

function strange(): AdapterError {
  return new AdapterError('This is no cursor of such a pull.', { kind: 'invalid', outcome: 'notDone' });
}
