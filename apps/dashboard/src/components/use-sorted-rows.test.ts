import { describe, expect, it } from 'vitest';

import { sortRows } from './use-sorted-rows.ts';

describe('rows', () => {
  const rows = [{ n: 9 }, { n: null }, { n: 30 }, { n: 100 }];

  it('stand by their number, in either order, and last when they have none', () => {
    expect(sortRows(rows, ({ n }) => n, 'ascending').map(({ n }) => n)).toEqual([9, 30, 100, null]);
    expect(sortRows(rows, ({ n }) => n, 'descending').map(({ n }) => n)).toEqual([100, 30, 9, null]);
  });

  it('stand by the alphabet, with numbers in words by their value', () => {
    const names = ['Shop 10', 'éclair', 'Shop 9', 'Zest'];
    expect(sortRows(names, (name) => name, 'ascending')).toEqual(['éclair', 'Shop 9', 'Shop 10', 'Zest']);
  });

  it('keep their order when they are equal', () => {
    const equal = [
      { name: 'b', n: 1 },
      { name: 'a', n: 1 },
    ];
    expect(sortRows(equal, ({ n }) => n, 'descending')).toEqual(equal);
  });
});
