import { describe, expect, test } from 'vitest';
import { collectorOf, finish } from '../../../test-support/collect-rows.ts';
import { createHistoryCollector } from './history-collector.ts';

describe('a collector refuses', () => {
  const collector = createHistoryCollector({ timeUnit: 'day' });

  test.each([
    ['clv.amount_invalid', 1, Number.NaN],
    ['clv.amount_invalid', 1, Infinity],
    ['clv.amount_invalid', 1, 1e300],
    ['clv.amount_negative', 1, -1],
    ['clv.day_invalid', -25_568, 1],
    ['clv.day_invalid', 84_371, 1],
    ['clv.day_invalid', 1.5, 1],
    ['clv.day_invalid', Number.NaN, 1],
  ])('with %s a row of day %d and amount %d, of a refund too', (code, day, amount) => {
    expect(collector.add(0, day, amount)).toMatchObject({ ok: false, failure: { code } });
    expect(collector.addRefund(0, day, amount)).toMatchObject({ ok: false, failure: { code } });
  });

  test('all of a batch of which it refuses one, and says which', () => {
    const columns = { customerIndex: [0, 0, 0], day: [1, 2, 3], amount: [1, 2, -3] };
    expect(collector.addColumns(columns, 3)).toMatchObject({
      ok: false,
      failure: { code: 'clv.amount_negative', path: '/amount/2' },
    });
    expect(collector.finish()).toMatchObject({ ok: false, failure: { code: 'clv.no_purchases' } });
  });

  test('a second currency', () => {
    const collector = createHistoryCollector({ timeUnit: 'day' });
    expect(collector.add(0, 1, 10, 'EUR').ok).toBe(true);
    expect(collector.add(0, 2, 10).ok).toBe(true);
    expect(collector.add(0, 3, 10, 'USD')).toMatchObject({ ok: false, failure: { code: 'clv.currency_mixed' } });
    const columns = { customerIndex: [0], day: [4], amount: [1] };
    expect(collector.addColumns(columns, 1, 'USD')).toMatchObject({ ok: false });
    expect(finish(collector).purchases).toBe(2);
  });

  test('to make histories of nothing: of no rows, of refunds alone, of purchases that all come later', () => {
    const collector = createHistoryCollector({ timeUnit: 'day' });
    const nothing = { ok: false, failure: { code: 'clv.no_purchases' } };
    expect(collector.finish()).toMatchObject(nothing);
    collector.addRefund(0, 5, 1);
    expect(collector.finish()).toMatchObject(nothing);
    collector.add(0, 10, 1);
    expect(collector.finish({ observedUntilDay: 9 })).toMatchObject(nothing);
    expect(collector.finish({ observedUntilDay: 20, calibrationUntilDay: 9 })).toMatchObject(nothing);
  });

  test('a calibration that holds nothing out', () => {
    const collector = collectorOf([[0, 10, 1]]);
    const refused = { ok: false, failure: { code: 'clv.window_invalid', path: '/calibrationUntilDay' } };
    expect(collector.finish({ observedUntilDay: 20, calibrationUntilDay: 20 })).toMatchObject(refused);
    expect(collector.finish({ observedUntilDay: 1e9 })).toMatchObject({
      ok: false,
      failure: { code: 'clv.window_invalid' },
    });
  });

  test('a customer that is no index, which is a mistake of the program', () => {
    for (const index of [-1, 0.5, Number.NaN, 2 ** 27]) expect(() => collector.add(index, 1, 1)).toThrow(RangeError);
    for (const everyNthCustomer of [0, -1, 1.5, Number.NaN]) {
      expect(() => collector.finish({ everyNthCustomer })).toThrow(RangeError);
    }
  });
});
