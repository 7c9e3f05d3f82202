import { expect, test } from 'vitest';
import { drawOrderRows } from '../../../test-support/draw-order-rows.ts';
import { createHistoryCollector } from './history-collector.ts';

const store = { seed: 1, customers: 400, arrivalDays: 90, untilDay: 545 };

test('a drawn store is the same for the same seed, and its earlier rows for fewer days', () => {
  const rows = drawOrderRows(store);
  expect(drawOrderRows(store)).toEqual(rows);
  expect(drawOrderRows({ ...store, seed: 2 })).not.toEqual(rows);
  const shorter = drawOrderRows({ ...store, untilDay: 200 });
  expect([...shorter.day]).toEqual([...rows.day].filter((day) => day <= 200));
});

test('rows taken one by one, in batches and backwards become the same histories', () => {
  const { size, ...columns } = drawOrderRows(store);
  const oneByOne = createHistoryCollector({ timeUnit: 'week' });
  const batched = createHistoryCollector({ timeUnit: 'week' });
  const backwards = createHistoryCollector({ timeUnit: 'week' });
  for (let row = 0; row < size; row += 1) {
    oneByOne.add(columns.customerIndex[row]!, columns.day[row]!, columns.amount[row]!);
    const last = size - 1 - row;
    backwards.add(columns.customerIndex[last]!, columns.day[last]!, columns.amount[last]!);
  }
  for (let from = 0; from < size; from += 100) {
    const part = (column: Uint32Array | Int32Array | Float64Array) => column.subarray(from, from + 100);
    const { customerIndex, day, amount } = columns;
    batched.addColumns(
      { customerIndex: part(customerIndex), day: part(day), amount: part(amount) },
      Math.min(100, size - from),
    );
  }
  const window = { calibrationUntilDay: 273, observedUntilDay: 545 };
  expect(batched.finish(window)).toEqual(oneByOne.finish(window));
  const forwards = oneByOne.finish(window);
  const reversed = backwards.finish(window);
  if (!forwards.ok || !reversed.ok) throw new Error('There are purchases.');
  // Sums of a day may be rounded otherwise, so amounts are left out.
  const { frequency, recency, age } = reversed.value.histories;
  expect(forwards.value.histories).toMatchObject({ size: 400, frequency, recency, age });
  expect(forwards.value.holdout?.transactions).toEqual(reversed.value.holdout?.transactions);
});
