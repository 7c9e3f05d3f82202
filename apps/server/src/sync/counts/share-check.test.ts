import { expect, test } from 'vitest';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { shareCheck } from './share-check.ts';

const connection = (id: string) => ({ storeId: 'store' as StoreId, connectionId: id as ConnectionId });

test('who asks while a connection is counted waits for that count; who asks later, or of another, has it counted', async () => {
  const counts: string[] = [];
  const answers: (() => void)[] = [];
  const check = shareCheck(({ connectionId }) => {
    counts.push(connectionId);
    return new Promise((resolve) => answers.push(() => resolve(true)));
  });
  const asked = [check(connection('a')), check(connection('a')), check(connection('b'))];
  expect(counts).toEqual(['a', 'b']);
  for (const answer of answers.splice(0)) answer();
  expect(await Promise.all(asked)).toEqual([true, true, true]);
  void check(connection('a'));
  expect(counts).toEqual(['a', 'b', 'a']);
});

test('a count that breaks is begun anew by who asks next', async () => {
  let asked = 0;
  const check = shareCheck(async () => {
    asked += 1;
    if (asked === 1) throw new Error('out of reach');
    return true;
  });
  await expect(check(connection('a'))).rejects.toThrow('out of reach');
  expect(await check(connection('a'))).toBe(true);
});
