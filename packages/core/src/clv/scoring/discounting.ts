import { gaussLegendre } from '../../numeric/gauss-legendre.ts';
import type { PurchaseHistory } from '../histories/purchase-history.ts';
import type { TransactionForecast } from '../models/transaction-model.ts';
import type { OperationalTime } from '../season/operational-time.ts';
import { daysPerYear } from '../time-unit.ts';

/** Discounted purchases are the sum of expected purchases within each duration, times its weight. */
export interface Discounting {
  /** In operational time, ascending. */
  readonly durations: Float64Array;
  readonly weights: Float64Array;
}

/** No customer is thought of beyond this: an endless sum may be infinite, as that of Pareto/NBD with s < 1 undiscounted. */
const lastDays = 100 * daysPerYear;
/** What money is worth at the end of an endless horizon: what comes after is left out. */
const negligible = 1e-9;

/** δ per day, of a rate per year: what is worth 1 in a year is worth 1 / (1 + rate) now. */
function toDailyRate(annualDiscountRate: number): number {
  return Math.log1p(annualDiscountRate) / daysPerYear;
}

/**
 * The purchases E(u) expected within u days, discounted as they come:
 * ∫₀ʰ e^(−δu) dE(u) = e^(−δh) E(h) + δ ∫₀ʰ e^(−δu) E(u) du, by parts. The integral is taken with more looks at what is near,
 * where E bends.
 *
 * Source: Fader, Hardie & Lee (2005), "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", eq. 2.
 */
export function createDiscounting(
  time: OperationalTime,
  asOfDay: number,
  horizonDays: number,
  annualDiscountRate: number,
): Discounting {
  const rate = toDailyRate(annualDiscountRate);
  const nodeCount = horizonDays > 400 ? 12 : 6; // relative error below 1e-6, and 1e-7
  const { nodes, weights } = gaussLegendre(rate === 0 ? 0 : nodeCount);
  const days = nodes.map((node) => horizonDays * node ** 2);
  const parts = days.map(
    (day, index) => rate * Math.exp(-rate * day) * weights[index]! * 2 * horizonDays * nodes[index]!,
  );
  return toDiscounting(time, asOfDay, [...days, horizonDays], [...parts, Math.exp(-rate * horizonDays)]);
}

/** The same without an end, but for that of a hundred years or of money's worth, whichever is sooner. */
export function createEndlessDiscounting(
  time: OperationalTime,
  asOfDay: number,
  annualDiscountRate: number,
): Discounting {
  const rate = toDailyRate(annualDiscountRate);
  const endDays = Math.min(lastDays, -Math.log(negligible) / rate);
  const { nodes, weights } = gaussLegendre(5);
  const days: number[] = [];
  const parts: number[] = [];
  for (let from = 0, until = 20; from < endDays; [from, until] = [until, Math.min(until * 5, endDays)]) {
    for (const [index, node] of nodes.entries()) {
      const day = from + (until - from) * node;
      days.push(day);
      parts.push(rate * Math.exp(-rate * day) * weights[index]! * (until - from));
    }
  }
  return toDiscounting(time, asOfDay, [...days, endDays], [...parts, Math.exp(-rate * endDays)]);
}

function toDiscounting(time: OperationalTime, asOfDay: number, days: readonly number[], weights: readonly number[]) {
  const now = time.at(asOfDay);
  return {
    durations: Float64Array.from(days, (day) => Math.max(0, time.at(asOfDay + day) - now)),
    weights: Float64Array.from(weights),
  };
}

/** Discounted purchases of a customer. */
export function discount(discounting: Discounting, forecast: TransactionForecast, history: PurchaseHistory): number {
  let sum = 0;
  for (let place = 0; place < discounting.durations.length; place += 1) {
    sum += discounting.weights[place]! * forecast.expectedTransactions(history, discounting.durations[place]!);
  }
  return sum;
}
