import { describe, expect, it } from 'vitest';
import type { OrderCountSpan } from '@regulars/adapter-contracts';
import { dayMs, toInstant } from '@regulars/core/shared';
import { findApartFrom } from './find-apart-from.ts';

const until = toInstant(Date.UTC(2026, 10, 22, 11));
const everything = { from: toInstant(0), until };
const missingAt = (...times: readonly number[]) => {
  const asked: OrderCountSpan[] = [];
  const areEqual = async (span: OrderCountSpan) => {
    asked.push(span);
    return !times.some((time) => time >= span.from && time < span.until);
  };
  return { asked, areEqual };
};

describe('the time since which the numbers are apart', () => {
  it('is found to a day before the first order that is missing', async () => {
    for (const agoMs of [1, dayMs, 40 * dayMs, 3_000 * dayMs]) {
      const { areEqual } = missingAt(until - agoMs, until - 1);
      const from = await findApartFrom(everything, areEqual);
      expect(from).toBeLessThanOrEqual(until - agoMs);
      expect(until - agoMs - from).toBeLessThanOrEqual(dayMs);
    }
  });

  it('takes fewer than twenty counts of a store since 1970', async () => {
    const { asked, areEqual } = missingAt(until - 40 * dayMs);
    await findApartFrom(everything, areEqual);
    expect(asked.length).toBeLessThan(20);
  });

  it('is as near as was come to when the platform would not say', async () => {
    let counts = 0;
    const from = await findApartFrom(everything, async () => ((counts += 1) === 3 ? null : true));
    expect(from).toBeGreaterThan(0);
    expect(counts).toBe(3);
  });
});
