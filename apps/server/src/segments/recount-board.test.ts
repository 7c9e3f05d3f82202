import { expect, test } from 'vitest';
import { toInstant, type SegmentId, type StoreId } from '@regulars/core/shared';
import { createRecountBoard } from './recount-board.ts';

const ours = 'ours' as StoreId;
const recount = { segmentId: 'loyal' as SegmentId, name: 'Loyal', startedAt: toInstant(0) };

test('a recount is seen with its progress, by its store alone, until it ends', () => {
  const board = createRecountBoard();
  const first = board.begin(ours, recount);
  const second = board.begin(ours, recount);
  expect(board.list(ours)).toEqual([
    { ...recount, done: 0, total: null },
    { ...recount, done: 0, total: null },
  ]);
  first.onProgress(5_000, 12_000);
  expect(board.list(ours)[0]).toEqual({ ...recount, done: 5_000, total: 12_000 });
  expect(board.list('theirs' as StoreId)).toEqual([]);
  first.end();
  second.end();
  expect(board.list(ours)).toEqual([]);
});
