import { expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, plus, toInstant } from '@regulars/core/shared';
import { retryLater } from './retry-later.ts';

const plannedAt = toInstant(1_790_000_000_000);

it.each([
  ['a moment', 10, null, minuteMs],
  ['ten minutes', 10 * minuteMs, null, 10 * minuteMs],
  ['two days', 2 * dayMs, null, 6 * hourMs],
  ['a moment, when the store asks for an hour', 10, hourMs, hourMs],
])('after %s the store is asked again later', (_, ageMs, retryAfterMs, waitMs) => {
  const now = plus(plannedAt, ageMs);
  expect(retryLater(plannedAt, now, retryAfterMs)).toBe(now + waitMs);
});

it('after three days without a clear answer a person has to look', () => {
  expect(retryLater(plannedAt, plus(plannedAt, 3 * dayMs), null)).toBeNull();
});
