import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPurchase } from './add-purchase.ts';
import { addRefund } from './add-refund.ts';
import { createHistoryCollector } from './history-collector.ts';
import type { PurchaseSummary } from './purchase-summary.ts';
import { summaryOf, type CollectedHistories } from './collected-histories.ts';
import { toPurchaseHistory } from './to-purchase-history.ts';

interface Row {
  readonly customer: number;
  readonly day: number;
  /** Whole, so that sums do not depend on their order. Below 0: a refund. */
  readonly amount: number;
}

/** Customers of several partitions; few days, so that some coincide. */
const row: fc.Arbitrary<Row> = fc.record({
  customer: fc.constantFrom(0, 1, 2, 32_768),
  day: fc.integer({ min: 10_000, max: 10_030 }),
  amount: fc.integer({ min: -20, max: 100 }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 80 });

function collect(all: readonly Row[], window = {}): CollectedHistories | null {
  const collector = createHistoryCollector({ timeUnit: 'day' });
  for (const { customer, day, amount } of all) {
    if (amount < 0) collector.addRefund(customer, day, -amount);
    else collector.add(customer, day, amount);
  }
  const collected = collector.finish(window);
  return collected.ok ? collected.value : null;
}

/** The same by the definitions, one customer at a time. */
function describePlainly(all: readonly Row[], untilDay: number) {
  const seen = all.filter(({ day }) => day <= untilDay);
  const customers = [...new Set(seen.map(({ customer }) => customer))].toSorted((a, b) => a - b);
  return customers.flatMap((customer) => {
    const own = seen.filter((each) => each.customer === customer);
    const days = [...new Set(own.filter(({ amount }) => amount >= 0).map(({ day }) => day))].toSorted((a, b) => a - b);
    const [first] = days;
    if (first === undefined) return [];
    const belongsTo = (each: Row) => days.findLast((day) => day <= each.day);
    const later = own.filter((each) => (belongsTo(each) ?? first) > first).reduce((sum, each) => sum + each.amount, 0);
    const last = days.at(-1) ?? first;
    const frequency = days.length - 1;
    const meanSpend = frequency === 0 ? 0 : Math.max(0, later) / frequency;
    return [{ customer, frequency, recency: last - first, age: untilDay - first, meanSpend }];
  });
}

function describeColumns({ histories, customerIndex }: CollectedHistories) {
  return Array.from(customerIndex, (customer, row) => ({
    customer,
    frequency: histories.frequency[row],
    recency: histories.recency[row],
    age: histories.age[row],
    meanSpend: histories.meanSpend[row],
  }));
}

test('the collector says of every set of rows what the definitions say', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const latest = Math.max(...all.map(({ day }) => day));
      const collected = collect(all);
      expect(collected === null ? [] : describeColumns(collected)).toEqual(describePlainly(all, latest));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('calibration and holdout together are all purchases of the customers known by then', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 10_000, max: 10_029 }), (all, calibrationUntilDay) => {
      const split = collect(all, { calibrationUntilDay, observedUntilDay: 10_030 });
      const whole = collect(all, { observedUntilDay: 10_030 });
      if (split === null || split.holdout === null || whole === null) return;
      const { transactions } = split.holdout;
      split.customerIndex.forEach((customer, row) => {
        const inWhole = whole.customerIndex.indexOf(customer);
        expect((split.histories.frequency[row] ?? 0) + (transactions[row] ?? 0)).toBe(
          whole.histories.frequency[inWhole],
        );
      });
      const repeats = split.daily.repeatPurchases.reduce((sum, count) => sum + count, 0);
      const heldOut = transactions.reduce((sum, count) => sum + count, 0);
      expect(repeats).toBe(split.purchases - split.histories.size + heldOut);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('sums kept order by order equal those of collecting everything afresh, after every order and refund', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const inOrder = all
        .filter(({ amount }) => amount >= 0)
        .map((each) => ({ ...each, customer: 0 }))
        .toSorted((a, b) => a.day - b.day);
      const known: Row[] = [];
      let summary: PurchaseSummary | null = null;
      for (const { day, amount } of inOrder) {
        known.push({ customer: 0, day, amount });
        const next = addPurchase(summary, { day, amount });
        if (!next.ok) throw new Error(next.failure.code);
        summary = next.value;
        // Every third order is given back in part.
        if (amount % 3 === 0) {
          known.push({ customer: 0, day, amount: -Math.floor(amount / 2) });
          const refunded = addRefund(summary, { day, amount: Math.floor(amount / 2) });
          if (!refunded.ok) throw new Error(refunded.failure.code);
          summary = refunded.value;
        }
        const collected = collect(known, { observedUntilDay: 10_030 });
        if (collected === null) throw new Error('There are purchases.');
        const history = toPurchaseHistory(summary, { observedUntilDay: 10_030, timeUnit: 'day' });
        expect(history).toEqual({ ok: true, value: rowZero(collected) });
        expect({ ...summaryOf(collected, 0), laterSpend: 0 }).toEqual({ ...summary, laterSpend: 0 });
        expect(summaryOf(collected, 0).laterSpend).toBeCloseTo(summary.laterSpend, 9);
      }
    }),
    { numRuns: 50 },
  );
}, 60_000);

function rowZero(collected: CollectedHistories) {
  const [first] = describeColumns(collected);
  if (first === undefined) throw new Error('There is no row.');
  const { customer: _, ...history } = first;
  return history;
}
