import { regularizedGamma } from '@regulars/core/numeric';
import { expect, test } from 'vitest';
import { chiSquareLimit, chiSquareScore, countCells } from '../../test-support/chi-square.ts';
import { kolmogorovSmirnov, ksLimit } from '../../test-support/kolmogorov-smirnov.ts';
import { drawMany } from '../../test-support/samples.ts';
import { meanScore, scoreLimit, shareScore } from '../../test-support/share-score.ts';
import { drawRenewals } from './beta-geometric.ts';
import { drawMbgNbd, type MbgNbd } from './mbg-nbd.ts';
import { drawParetoNbd, type ParetoNbd } from './pareto-nbd.ts';

/** CDNOW's customers, in weeks where the store's laws have days: Fader, Hardie and Lee (2005). */
const cdnow: ParetoNbd = { kind: 'paretoNbd', r: 0.55328, alphaDays: 10.57768, s: 0.60624, betaDays: 11.66873 };
const cdnowMbg: MbgNbd = { kind: 'mbgNbd', r: 0.52484, alphaDays: 6.18309, a: 0.89139, b: 1.61405 };
const weeks = 52;

/** P(n purchases in t) of the negative binomial distribution. */
const nbd = (r: number, alpha: number, t: number) => (n: number) => {
  let share = (alpha / (alpha + t)) ** r;
  for (let k = 1; k <= n; k += 1) share *= ((r + k - 1) / k) * (t / (alpha + t));
  return share;
};

test('Pareto/NBD: rates are gamma-distributed', () => {
  const rates = drawMany(10_000, (random) => drawParetoNbd(cdnow, random, weeks).ratePerDay * cdnow.alphaDays);
  expect(kolmogorovSmirnov(rates, (x) => regularizedGamma(cdnow.r, x))).toBeLessThan(ksLimit);
});

test('Pareto/NBD: whoever never drops out buys as the negative binomial distribution says', () => {
  const forever: ParetoNbd = { ...cdnow, betaDays: 1e12 };
  const counts = drawMany(10_000, (random) => drawParetoNbd(forever, random, weeks).agesDays.length);
  const law = nbd(cdnow.r, cdnow.alphaDays, weeks);
  expect(chiSquareScore(countCells(counts, law, 20))).toBeLessThan(chiSquareLimit);
});

test('Pareto/NBD: lives last as the Pareto distribution of the second kind says', () => {
  const lives = drawMany(10_000, (random) => drawParetoNbd(cdnow, random, weeks).dropOutDays);
  const survival = (t: number) => (cdnow.betaDays / (cdnow.betaDays + t)) ** cdnow.s;
  const ended = lives.filter((life) => life !== Infinity);
  expect(shareScore(ended.length, lives.length, 1 - survival(weeks))).toBeLessThan(scoreLimit);
  const within = (t: number) => (1 - survival(t)) / (1 - survival(weeks));
  expect(kolmogorovSmirnov(ended, within)).toBeLessThan(ksLimit);
});

test('Pareto/NBD: a new CDNOW customer buys 1.473 times in a year, as BTYD computes', () => {
  const counts = drawMany(40_000, (random) => drawParetoNbd(cdnow, random, weeks).agesDays.length);
  expect(meanScore(counts, 1.473113)).toBeLessThan(scoreLimit);
});

test('Pareto/NBD: nobody buys after they dropped out, nor out of order', () => {
  for (const { agesDays, dropOutDays } of drawMany(1_000, (random) => drawParetoNbd(cdnow, random, weeks))) {
    expect(agesDays).toEqual(agesDays.toSorted((a, b) => a - b));
    expect(agesDays.every((age) => age > 0 && age < Math.min(dropOutDays, weeks))).toBe(true);
  }
});

test('MBG/NBD: as many never come back as its formula says', () => {
  const { r, alphaDays, a, b } = cdnowMbg;
  const counts = drawMany(20_000, (random) => drawMbgNbd(cdnowMbg, random, weeks).agesDays.length);
  const none = a / (a + b) + (b / (a + b)) * (alphaDays / (alphaDays + weeks)) ** r;
  expect(shareScore(counts.filter((count) => count === 0).length, counts.length, none)).toBeLessThan(scoreLimit);
});

test('MBG/NBD: the mean number of purchases is that of its formula, integrated over the drop-out shares', () => {
  const { r, alphaDays, a, b } = cdnowMbg;
  const counts = drawMany(40_000, (random) => drawMbgNbd(cdnowMbg, random, weeks).agesDays.length);
  const given = (p: number) => ((1 - p) / p) * (1 - (alphaDays / (alphaDays + p * weeks)) ** r);
  // With p = u^(1/a) the pole of the beta density at 0 is gone; the midpoint rule does the rest.
  const steps = Array.from({ length: 200_000 }, (_, index) => ((index + 0.5) / 200_000) ** (1 / a));
  const density = (p: number) => (1 - p) ** (b - 1);
  const total = steps.reduce((sum, p) => sum + density(p), 0);
  const mean = steps.reduce((sum, p) => sum + given(p) * density(p), 0) / total;
  expect(meanScore(counts, mean)).toBeLessThan(scoreLimit);
});

test('MBG/NBD: whoever drops out does so with a purchase', () => {
  for (const { agesDays, dropOutDays } of drawMany(1_000, (random) => drawMbgNbd(cdnowMbg, random, weeks))) {
    if (dropOutDays !== Infinity) expect(dropOutDays).toBe(agesDays.at(-1) ?? 0);
  }
});

test('beta-geometric: subscriptions are renewed as often as Fader and Hardie’s recursion says', () => {
  const [a, b] = [0.704, 1.182];
  const renewals = drawMany(10_000, (random) => drawRenewals({ a, b }, random, 1_000));
  const law = (n: number) => {
    let share = a / (a + b);
    for (let k = 1; k <= n; k += 1) share *= (b + k - 1) / (a + b + k);
    return share;
  };
  expect(chiSquareScore(countCells(renewals, law, 15))).toBeLessThan(chiSquareLimit);
});

test('a longer horizon continues the same history', () => {
  const short = drawMany(200, (random) => drawParetoNbd(cdnow, random, 26).agesDays);
  const long = drawMany(200, (random) => drawParetoNbd(cdnow, random, weeks).agesDays);
  expect(long.map((ages) => ages.filter((age) => age < 26))).toEqual(short);
  const shortMbg = drawMany(200, (random) => drawMbgNbd(cdnowMbg, random, 26).agesDays);
  const longMbg = drawMany(200, (random) => drawMbgNbd(cdnowMbg, random, weeks).agesDays);
  expect(longMbg.map((ages) => ages.filter((age) => age < 26))).toEqual(shortMbg);
});
