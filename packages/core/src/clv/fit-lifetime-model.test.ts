import { describe, expect, it } from 'vitest';
import { simulateStore } from '../../test-support/clv/simulate-store.ts';
import { fitLifetimeModel } from './fit-lifetime-model.ts';
import { createHistoryCollector } from './histories/history-collector.ts';
import { summaryOf } from './histories/collected-histories.ts';
import { createScorer } from './scoring/create-scorer.ts';
import { scoreCustomer } from './scoring/score-customer.ts';
import { scoreAll } from './scoring/score-all.ts';
import { collectStore } from './histories/collect-store.ts';

type Row = readonly [customer: number, day: number, amount: number];

function collect(rows: readonly Row[], observedUntilDay: number) {
  const collector = createHistoryCollector({ timeUnit: 'day' });
  for (const [customer, day, amount] of rows) collector.add(customer, day, amount);
  const store = collectStore(collector, { observedUntilDay });
  if (!store.ok) throw new Error(store.failure.message);
  return store.value;
}

const everyWeek = (customer: number, weeks: number, amount: number): Row[] =>
  Array.from({ length: weeks }, (_, week) => [customer, 1000 + 7 * week, amount]);

describe('a lifetime model', () => {
  it('is plain data that scores the same when it is read again', () => {
    const store = simulateStore({ seed: 1, customers: 300, arrivalDays: 200, observedDays: 400 });
    const model = fitLifetimeModel(store);
    const again = JSON.parse(JSON.stringify(model)) as typeof model;
    expect(again).toEqual(model);
    const customer = { summary: summaryOf(store, 0) };
    expect(createScorer(again).score(customer)).toEqual(createScorer(model).score(customer));
  });

  it('is the same for the same store', () => {
    const store = simulateStore({ seed: 1, customers: 300, arrivalDays: 200, observedDays: 400 });
    expect(fitLifetimeModel(store)).toEqual(fitLifetimeModel(store));
  });
});

describe('a store that is hardly one', () => {
  const cases: readonly (readonly [name: string, rows: readonly Row[], until: number])[] = [
    ['with one customer who bought once', [[0, 1000, 20]], 1100],
    ['with one customer, on the day of their purchase', [[0, 1000, 20]], 1000],
    ['with one customer who keeps buying', everyWeek(0, 20, 20), 1150],
    [
      'where nobody bought twice',
      Array.from({ length: 50 }, (_, customer): Row => [customer, 1000 + customer, 20]),
      1300,
    ],
    ['where all bought on one day', Array.from({ length: 50 }, (_, customer): Row => [customer, 1000, 20]), 1000],
    ['where all left long ago', Array.from({ length: 40 }, (_, customer) => everyWeek(customer, 5, 20)).flat(), 3000],
    ['where nobody leaves', Array.from({ length: 40 }, (_, customer) => everyWeek(customer, 30, 20)).flat(), 1210],
    [
      'where all purchases cost the same',
      Array.from({ length: 20 }, (_, c) => everyWeek(c, 3 + (c % 5), 20)).flat(),
      1100,
    ],
    ['where everything is free', Array.from({ length: 20 }, (_, c) => everyWeek(c, 3 + (c % 5), 0)).flat(), 1100],
  ];

  it.each(cases)('%s still gets an answer', (_name, rows, until) => {
    const store = collect(rows, until);
    const model = fitLifetimeModel(store);
    const scores = scoreAll(model, store);
    expect(scores.lifetimeValue.every((value) => value >= 0 && value < Infinity)).toBe(true);
    expect(scores.probabilityAlive.every((value) => value >= 0 && value <= 1)).toBe(true);
    const score = createScorer(model).score({ summary: summaryOf(store, 0) });
    expect(JSON.stringify(score)).not.toContain('null,"quantilesDays":{');
    expect(score.lifetimeValue.intervals.p95[1]).toBeLessThan(Infinity);
    expect(model.diagnostics.length).toBeGreaterThan(1);
  });

  it.each([
    ['nobody bought twice', Array.from({ length: 50 }, (_, customer): Row => [customer, 1000 + customer, 0])],
    ['customers come back', Array.from({ length: 20 }, (_, c) => everyWeek(c, 3 + (c % 5), 0)).flat()],
  ])('where everything is free and %s is worth nothing, and surely so', (_name, rows) => {
    const store = collect(rows, 1100);
    const model = fitLifetimeModel(store);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    const scores = scoreAll(model, store);
    const nothing = Array.from({ length: store.histories.size }, () => 0);
    expect([[...scores.expectedSpend], [...scores.lifetimeValue]]).toEqual([nothing, nothing]);
    const sure: readonly [number, number] = [0, 0];
    for (const summary of [null, summaryOf(store, 0)]) {
      const score = scoreCustomer(model, { summary });
      expect([score.expectedSpend, score.residualValue]).toEqual([0, 0]);
      expect(score.lifetimeValue).toEqual({ expected: 0, median: 0, intervals: { p50: sure, p80: sure, p95: sure } });
      expect(score.purchases.expected).toBeGreaterThan(0);
    }
    const paying = { firstDay: 1000, lastDay: 1090, purchaseDays: 3, firstDaySpend: 0, laterSpend: 40 };
    const { expectedSpend, lifetimeValue } = scoreCustomer(model, { summary: paying });
    expect(expectedSpend).toBeGreaterThan(0);
    expect(lifetimeValue.intervals.p95[1]).toBeLessThan(Infinity);
  });

  it('without customers has what is known of any store', () => {
    const none = collect([[0, 1000, 20]], 1000);
    const empty = new Float64Array(0);
    const store = {
      ...none,
      histories: {
        ...none.histories,
        size: 0,
        frequency: empty,
        recency: empty,
        age: empty,
        meanSpend: empty,
        logGaps: empty,
      },
      firstDay: new Int32Array(0),
      lastDay: new Int32Array(0),
      firstDaySpend: empty,
    };
    const score = createScorer(fitLifetimeModel(store)).score({ summary: null });
    expect(score.purchases.expected).toBeGreaterThan(0);
    expect(score.purchases.intervals.p95[1]).toBeGreaterThan(score.purchases.expected);
    expect(score.lifetimeValue.expected).toBeLessThan(Infinity);
  });

  it('with no purchases to tell an interval from says a wide one', () => {
    const one = collect([[0, 1000, 20]], 1100);
    const { purchases } = createScorer(fitLifetimeModel(one)).score({ summary: summaryOf(one, 0) });
    expect(purchases.intervals.p95[1]).toBeGreaterThan(3 * purchases.expected);
  });

  it('to which nobody has come back expects purchases to cost what the first ones did', () => {
    const store = collect(
      [
        [0, 1000, 30],
        [1, 1010, 50],
        [2, 1020, 0],
      ],
      1100,
    );
    expect(scoreAll(fitLifetimeModel(store), store).expectedSpend[0]).toBeCloseTo(40, 6);
  });

  it('with a million purchases by one customer still gets an answer', () => {
    const rows = Array.from({ length: 30 }, (_, customer) => everyWeek(customer + 1, 2 + (customer % 6), 20)).flat();
    const store = collect([...rows, [0, 1000, 10], [0, 1200, 10]], 1210);
    const frequency = store.histories.frequency.map((value, row) => (row === 0 ? 1e6 : value));
    const busy = { ...store, histories: { ...store.histories, frequency, logGaps: null }, rehearsal: null };
    const model = fitLifetimeModel(busy);
    const scores = scoreAll(model, busy);
    expect(scores.expectedTransactions.every((value) => value >= 0 && value < Infinity)).toBe(true);
    const { purchases } = createScorer(model).score({
      summary: { firstDay: 1000, lastDay: 1200, purchaseDays: 1e6 + 1, firstDaySpend: 10, laterSpend: 1e7 },
    });
    expect(purchases.intervals.p50[0]).toBeLessThanOrEqual(purchases.median);
    expect(purchases.intervals.p95[1]).toBeLessThan(Infinity);
  });
});
