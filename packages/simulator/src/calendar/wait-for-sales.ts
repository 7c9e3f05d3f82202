import { dayMs, plus, type Instant, type Random } from '@regulars/core/shared';
import type { Sale } from './sale.ts';
import { nextDates, type Dates } from './yearly-period.ts';

/**
 * What a discount hunter makes of the moments they would like to buy at, ascending: each is put off to some day of the
 * next sale, at the same hour. Of wishes that meet in one sale the first is granted and the others are forgotten.
 */
export function waitForSales(
  sales: readonly Dates<Sale>[],
  random: Random,
  wishes: readonly Instant[],
): readonly Instant[] {
  const granted = new Map<Dates<Sale>, Instant>();
  for (const wish of wishes) {
    const dates = nextDates(sales, wish);
    if (dates === null || granted.has(dates)) continue;
    granted.set(dates, wish >= dates.from ? wish : plus(dates.from, sameHourLater(dates, random, wish)));
  }
  return [...granted.values()];
}

function sameHourLater({ from, until }: Dates<Sale>, random: Random, wish: Instant): number {
  const saleDays = Math.round((until - from) / dayMs);
  const intoDayMs = (((wish - from) % dayMs) + dayMs) % dayMs;
  return random.below(saleDays) * dayMs + intoDayMs;
}
