import { describe, expect, it } from 'vitest';
import { simulateStore } from '../../../test-support/clv/simulate-store.ts';
import { fitLifetimeModel } from '../fit-lifetime-model.ts';
import { scoreAll } from '../scoring/score-all.ts';
import { isTellingSeason, learnSeason } from './learn-season.ts';
import { retailCalendar } from './retail-calendar.ts';
import { weekOfYear } from './week-of-year.ts';

const usual = toIndex(retailCalendar.map((log) => 1.2 * log));
/** A store that sells what is wanted in summer. */
const summer = toIndex(retailCalendar.map((_, week) => 0.6 * Math.cos((2 * Math.PI * (week - 28)) / 52)));

describe('a season', () => {
  it('of the usual kind is found, with its strength, from a year', () => {
    const store = simulateStore({ ...base, seed: 1, observedDays: 380, seasonIndex: usual });
    const season = learnSeason(store);
    expect(isTellingSeason(season)).toBe(true);
    expect(Math.abs(season.strength - 1.2)).toBeLessThan(3 * season.strengthDeviation);
    expect(season.strengthDeviation).toBeLessThan(0.2);
  });

  it('that is not there is not found, or next to none', () => {
    for (const seed of [2, 3]) {
      for (const observedDays of [380, 800]) {
        const season = learnSeason(simulateStore({ ...base, seed, observedDays }));
        const index = isTellingSeason(season) ? season.index : [1];
        expect(Math.max(...index.map((value) => Math.abs(value - 1)))).toBeLessThan(0.1);
      }
    }
  });

  it('is not believed where the weeks of its peak were not seen', () => {
    const season = learnSeason(simulateStore({ ...base, seed: 3, observedDays: 250 }));
    expect(season.peakShare).toBe(0);
    expect(isTellingSeason(season)).toBe(false);
  });

  it('of a store of its own kind is found from two years', () => {
    const season = learnSeason(simulateStore({ ...base, seed: 3, observedDays: 800, seasonIndex: summer }));
    expect(isTellingSeason(season)).toBe(true);
    expect(season.index.indexOf(Math.max(...season.index))).toBeGreaterThan(20);
    expect(season.index.indexOf(Math.max(...season.index))).toBeLessThan(35);
    const worst = Math.max(...season.index.map((value, week) => Math.abs(Math.log(value / summer[week]!))));
    expect(worst).toBeLessThan(0.35);
  });

  it('has a mean of 1 and deviations that are finite', () => {
    const { index, logIndexDeviation } = learnSeason(
      simulateStore({ ...base, customers: 1, seed: 4, observedDays: 10 }),
    );
    expect(index.reduce((sum, value) => sum + value, 0) / 52).toBeCloseTo(1, 12);
    expect(logIndexDeviation.every((value) => value >= 0 && value < 1)).toBe(true);
  });
});

describe('a quarter before Christmas', () => {
  /** From December to August, as a store that kept its books from one Christmas on. */
  const december = { ...base, fromDay: 17_866, arrivalDays: 260, calibrationDays: 274, observedDays: 374 };

  it('is foreseen when December was seen, and is not without the season', { timeout: 60_000 }, () => {
    const store = simulateStore({ ...december, customers: 2000, seed: 5, a: 0.01, b: 40, seasonIndex: usual });
    const biasOf = (season: 'auto' | 'none') => {
      const model = fitLifetimeModel(store, { season });
      const scores = scoreAll(model, store, { horizonDays: 100 });
      const came = store.holdout!.transactions.reduce((sum, value) => sum + value, 0);
      return scores.expectedTransactions.reduce((sum, value) => sum + value, 0) / came - 1;
    };
    expect(biasOf('none')).toBeLessThan(-0.15);
    expect(Math.abs(biasOf('auto'))).toBeLessThan(0.1);
  });
});

describe('weeks of the year', () => {
  it('begin with January 1', () => {
    expect(weekOfYear(Date.UTC(2011, 0, 2) / 864e5)).toBe(0);
    expect(weekOfYear(Date.UTC(2024, 0, 2) / 864e5)).toBe(0);
    expect(weekOfYear(Date.UTC(2011, 11, 30) / 864e5)).toBe(51);
    expect(weekOfYear(Date.UTC(2011, 6, 5) / 864e5)).toBe(26);
  });
});

const base = { customers: 2000, arrivalDays: 200, a: 0.6, b: 3, alpha: 40 };

function toIndex(logs: readonly number[]): readonly number[] {
  const index = logs.map(Math.exp);
  const mean = index.reduce((sum, value) => sum + value, 0) / index.length;
  return index.map((value) => value / mean);
}
