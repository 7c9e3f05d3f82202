import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quintileScores } from './quintile-scores.ts';
import { rfmGroupOf } from './rfm-group-of.ts';
import { rfmGroups } from './rfm-groups.ts';
import { rfmScores } from './rfm-scores.ts';

describe('a score', () => {
  test('is the fifth of the customers that one is in', () => {
    expect([...quintileScores([7, 1, 3, 9, 5, 2, 4, 6, 8, 10])]).toEqual([4, 1, 2, 5, 3, 1, 2, 3, 4, 5]);
  });

  test('is the same for equal values, in the middle of the fifths that they take up', () => {
    expect([...quintileScores([1, 1, 1, 1, 1, 1, 1, 2, 2, 3])]).toEqual([2, 2, 2, 2, 2, 2, 2, 5, 5, 5]);
    expect([...quintileScores([4, 4, 4])]).toEqual([3, 3, 3]);
    expect([...quintileScores([])]).toEqual([]);
  });

  test('is from 1 to 5, and never less for more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (values) => {
        const scores = quintileScores(values);
        const pairs = values.map((value, place) => ({ value, score: scores[place] ?? 0 }));
        pairs.sort((a, b) => a.value - b.value);
        pairs.forEach(({ value, score }, place) => {
          expect([1, 2, 3, 4, 5]).toContain(score);
          const before = pairs[place - 1] ?? { value: -1, score: 0 };
          if (before.value === value) expect(score).toBe(before.score);
          else expect(score).toBeGreaterThanOrEqual(before.score);
        });
      }),
    );
  });

  test('stands for each of recency, frequency and money by itself', () => {
    const scores = rfmScores({ lastDay: [10, 20, 30, 40, 50], purchases: [5, 4, 3, 2, 1], spend: [9, 9, 9, 9, 9] });
    expect([...scores.recency]).toEqual([1, 2, 3, 4, 5]);
    expect([...scores.frequency]).toEqual([5, 4, 3, 2, 1]);
    expect([...scores.monetary]).toEqual([3, 3, 3, 3, 3]);
  });
});

describe('the groups', () => {
  const fives = [1, 2, 3, 4, 5];

  test('share out every pair of recency and value: none is left out, none is in two', () => {
    for (const recency of fives) {
      for (const value of fives) {
        const holders = rfmGroups.filter(({ cells }) =>
          cells.some(
            (cell) =>
              cell.recency[0] <= recency &&
              recency <= cell.recency[1] &&
              cell.value[0] <= value &&
              value <= cell.value[1],
          ),
        );
        expect(holders, `recency ${recency}, value ${value}`).toHaveLength(1);
      }
    }
  });

  test('hold all 125 scores, and each group holds some', () => {
    const counts = new Map<string, number>();
    for (const recency of fives) {
      for (const frequency of fives) {
        for (const monetary of fives) {
          const { id } = rfmGroupOf({ recency, frequency, monetary });
          counts.set(id, (counts.get(id) ?? 0) + 1);
        }
      }
    }
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(125);
    expect(counts.size).toBe(rfmGroups.length);
  });

  test.each([
    [5, 5, 5, 'champions'],
    [4, 4, 3, 'champions'],
    [3, 5, 5, 'loyal'],
    [5, 2, 3, 'potential_loyalists'],
    [5, 1, 1, 'new_customers'],
    [4, 1, 1, 'promising'],
    [3, 3, 3, 'need_attention'],
    [3, 1, 1, 'about_to_sleep'],
    [2, 5, 4, 'at_risk'],
    [1, 5, 5, 'cannot_lose'],
    [2, 1, 2, 'hibernating'],
    [1, 1, 1, 'lost'],
  ])('call scores of %d, %d and %d %s', (recency, frequency, monetary, id) => {
    expect(rfmGroupOf({ recency, frequency, monetary }).id).toBe(id);
  });

  test('know no other scores', () => {
    for (const recency of [0, 6, 2.5, Number.NaN]) {
      expect(() => rfmGroupOf({ recency, frequency: 1, monetary: 1 })).toThrow(RangeError);
    }
  });
});
