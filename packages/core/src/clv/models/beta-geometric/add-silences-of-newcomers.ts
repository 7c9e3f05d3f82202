import type { LogTimes, Odds, Silences } from './add-silences.ts';

/** `addSilences` for those who never came back: they differ by their age alone, and of each age there are `count`. */
export function addSilencesOfNewcomers(
  count: Float64Array,
  { age, alpha }: { readonly age: LogTimes; readonly alpha: number },
  { logOdds, purchases }: Odds,
): Silences {
  const sums: Silences = { value: 0, one: 0, d: 0, e: 0, f: 0, spread: 0, spreadD: 0, spreadE: 0, dd: 0, de: 0, ee: 0 };
  const logAlpha = Math.log(alpha);
  for (let place = 0; place < count.length; place += 1) {
    if (count[place] === 0) continue;
    const ratio = age.log[place]! - logAlpha;
    const slope = age.inverse[place]! - 1 / alpha;
    const odds = logOdds + purchases * ratio;
    const small = Math.exp(-Math.abs(odds));
    const share = 1 / (1 + small);
    const gone = count[place]! * (odds > 0 ? share : small * share);
    const width = count[place]! * small * share * share;
    sums.value += count[place]! * (Math.max(odds, 0) + Math.log1p(small));
    sums.one += gone;
    sums.d += gone * ratio;
    sums.e += gone * slope;
    sums.f += gone * slope * (age.inverse[place]! + 1 / alpha);
    sums.spread += width;
    sums.spreadD += width * ratio;
    sums.spreadE += width * slope;
    sums.dd += width * ratio * ratio;
    sums.de += width * ratio * slope;
    sums.ee += width * slope * slope;
  }
  return sums;
}
