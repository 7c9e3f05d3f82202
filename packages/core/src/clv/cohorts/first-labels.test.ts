import { expect, test } from 'vitest';
import { createFirstLabels } from './first-labels.ts';

test('a customer’s label is that of the earliest purchase, of one day the first to come', () => {
  const labels = createFirstLabels();
  labels.add(3, 20, 'late');
  labels.add(3, 10, 'early');
  labels.add(3, 10, 'as early');
  labels.add(3, 15, 'between');
  expect(labels.labelOf(3)).toBe('early');
});

test('a first purchase without a label leaves the customer without one, whatever came later', () => {
  const labels = createFirstLabels();
  labels.add(0, 10, 'later');
  labels.add(0, 5, null);
  expect(labels.labelOf(0)).toBeNull();
  expect(labels.labelOf(1)).toBeNull();
});
