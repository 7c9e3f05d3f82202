import { expect, it } from 'vitest';
import { createProgressMeter } from './progress.ts';

it('tells how fast it goes, and how long it takes once that can be judged', () => {
  let nowMs = 0;
  const meter = createProgressMeter('history', 1_000, 1_000, () => nowMs);
  expect(meter.read()).toEqual({ phase: 'history', done: 0, total: 1_000, perSecond: 0, remainingMs: null });
  nowMs = 500;
  meter.advance(10, 10);
  expect(meter.read()).toMatchObject({ done: 10, perSecond: 20, remainingMs: null });
  nowMs = 2_000;
  meter.advance(490, 490);
  expect(meter.read()).toMatchObject({ done: 500, perSecond: 250, remainingMs: 2_000 });
});

it('judges by the work there is left, not by what is counted', () => {
  let nowMs = 0;
  const meter = createProgressMeter('living', 35, 100, () => nowMs);
  nowMs = 1_000;
  meter.advance(28, 50);
  expect(meter.read()).toMatchObject({ done: 28, remainingMs: 1_000 });
});
