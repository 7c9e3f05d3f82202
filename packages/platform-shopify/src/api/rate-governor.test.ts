import { expect, test } from 'vitest';
import { createRateGovernor, toWaitMs } from './rate-governor.ts';

const cost = (requestedQueryCost: number, currentlyAvailable: number) => ({
  requestedQueryCost,
  throttleStatus: { maximumAvailable: 1_000, currentlyAvailable, restoreRate: 100 },
});

test.for([
  [100, 118, 0],
  [118, 118, 0],
  [202, 118, 840],
  [119, 118, 10],
] as const)('%d points are waited for with %d there, at 100 a second, for %d ms', ([needed, there, waitMs]) => {
  expect(toWaitMs(needed, cost(0, there).throttleStatus)).toBe(waitMs);
});

test('a bucket that never fills is not waited for', () => {
  expect(toWaitMs(10, { maximumAvailable: 0, currentlyAvailable: 0, restoreRate: 0 })).toBe(0);
});

test('what an operation costs is known from its last time, and points come back meanwhile', () => {
  const governor = createRateGovernor();
  expect(governor.waitMs('ListOrders', 0)).toBe(0);
  governor.learn('ListOrders', cost(500, 100), 0);
  expect(governor.waitMs('ListOrders', 0)).toBe(4_000);
  expect(governor.waitMs('ListOrders', 3_000)).toBe(1_000);
  expect(governor.waitMs('ListOrders', 60_000)).toBe(0);
  expect(governor.waitMs('ReadShop', 0)).toBe(0);
});

test('points do not come back beyond what the bucket holds', () => {
  const governor = createRateGovernor();
  governor.learn('Huge', cost(1_500, 900), 0);
  expect(governor.waitMs('Huge', 3_600_000)).toBe(5_000);
});
