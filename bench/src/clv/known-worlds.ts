import { drawBeta, drawExponential, drawGamma } from '@regulars/core/numeric';
import type { Random } from '@regulars/core/shared';

/** A store whose parameters are known, and how its customers come and go; days as the unit of time. */
export interface KnownWorld {
  readonly parameterNames: readonly string[];
  readonly truth: readonly number[];
  /** One customer who begins at `day`: the days of the purchases up to the end. */
  readonly live: (random: Random, day: number, untilDay: number) => readonly number[];
}

const mbg = [0.7, 225, 0.7, 2.2] as const;
/** Like CDNOW, whose published parameters are .55, 74, .61 and 82 in days. */
const pareto = [0.7, 90, 0.6, 100] as const;

/** By the name of the model that is true there. */
export const knownWorlds = {
  'mbg-nbd': {
    parameterNames: ['r', 'alpha', 'a', 'b'],
    truth: mbg,
    live: (random, day, untilDay) => {
      const rate = drawGamma(random, mbg[0], mbg[1]);
      const dropOut = drawBeta(random, mbg[2], mbg[3]);
      const days: number[] = [];
      for (let at = day; at <= untilDay; at += drawExponential(random) / rate) {
        days.push(at);
        if (random.next() < dropOut) break;
      }
      return days;
    },
  },
  'pareto-nbd': {
    parameterNames: ['r', 'alpha', 's', 'beta'],
    truth: pareto,
    live: (random, day, untilDay) => {
      const rate = drawGamma(random, pareto[0], pareto[1]);
      const leavesDay = day + drawExponential(random) / drawGamma(random, pareto[2], pareto[3]);
      const days: number[] = [];
      for (let at = day; at <= Math.min(untilDay, leavesDay); at += drawExponential(random) / rate) days.push(at);
      return days;
    },
  },
} as const satisfies Readonly<Record<string, KnownWorld>>;
