import type { Formats } from './formats.ts';
import type { Rehearsal } from './rehearse.ts';

/** A finding about the forecast, in words. */
export interface Verdict {
  readonly isGood: boolean;
  readonly title: string;
  readonly text: string;
}

/** A sum that is off by less than this is as good as forecasts of purchases get. */
const smallBias = 0.1;

/** What the rehearsal says, in words: the sum, the order of customers, the intervals, and whether the model was worth it. */
export function judge({ evidence }: Rehearsal, formats: Formats): readonly Verdict[] {
  const { means, coverage, heuristics, ofMedians } = evidence;
  const { whole, share, number } = formats;
  const verdicts: Verdict[] = [];
  const [expected, came] = [sum(evidence.expected), sum(evidence.actual)];
  if (means.bias !== null) {
    const isGood = Math.abs(means.bias) <= smallBias;
    verdicts.push({
      isGood,
      title: isGood ? 'The sum is right.' : means.bias < 0 ? 'Too little was expected.' : 'Too much was expected.',
      text: `${whole(expected)} purchases were foreseen, ${whole(came)} came: ${share(Math.abs(means.bias))} too ${means.bias < 0 ? 'few' : 'many'}.${isGood ? '' : ' A season, a campaign or new assortment within the time held back can do that.'}`,
    });
  }
  if (means.correlation !== null) {
    const isGood = means.correlation >= 0.3;
    verdicts.push({
      isGood,
      title: isGood ? 'Good customers are told from others.' : 'Customers are hardly told apart.',
      text: `The correlation of what was foreseen with what came is ${number(means.correlation)}, customer by customer.`,
    });
  }
  const { share: covered, n, interval } = coverage.p95;
  if (covered !== null && interval !== null) {
    const isGood = interval[1] >= 0.93;
    verdicts.push({
      isGood,
      title: isGood ? 'The intervals hold.' : 'The intervals are too narrow.',
      text: `${share(covered)} of ${whole(n)} customers ended within their 95 % interval.`,
    });
  }
  const rivals = [heuristics.pastRate.mae, heuristics.pastScaled?.mae].filter((mae) => typeof mae === 'number');
  const own = Math.min(means.mae ?? Infinity, ofMedians.mae ?? Infinity);
  if (rivals.length > 0 && Number.isFinite(own)) {
    const rival = Math.min(...rivals);
    const isGood = own < rival;
    verdicts.push({
      isGood,
      title: isGood ? 'It beats rules of thumb.' : 'A rule of thumb is as good here.',
      text: `Customer by customer it is off by ${number(own)} purchases, the best rule without a model by ${number(rival)}.`,
    });
  }
  return verdicts;
}

function sum(column: ArrayLike<number>): number {
  let total = 0;
  for (let row = 0; row < column.length; row += 1) total += column[row] ?? 0;
  return total;
}
