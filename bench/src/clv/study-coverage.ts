import { createScorer, drawParameters, fitLifetimeModel } from '@regulars/core/clv';
import { createHistoryCollector, summaryOf } from '@regulars/core/clv/histories';
import { drawGamma } from '@regulars/core/numeric';
import { createRandom, type Random } from '@regulars/core/shared';
import { knownWorlds } from './known-worlds.ts';

/**
 * Whether intervals hold the truth as often as they say: stores are made up from parameters that are known, and models
 * fitted to them. `node --conditions=source bench/src/clv/study-coverage.ts [stores] [customers] [mbg-nbd|pareto-nbd]`
 */
const [storeCount = 500, customerCount = 1500] = process.argv.slice(2, 4).map(Number);
const model = process.argv[4] === 'pareto-nbd' ? 'pareto-nbd' : 'mbg-nbd';
const { truth, parameterNames, live } = knownWorlds[model];
const spendTruth = { p: 6, q: 4, gamma: 90 };
const observedDays = 1825;
const horizonDays = 1825;
const annualDiscountRate = 0.1;
const lookedAt = 12;
const levels = ['p50', 'p80', 'p95'] as const;

const covered = { parameters: truth.map(() => 0), p50: 0, p80: 0, p95: 0, above: 0, buyers: 0 };
for (let store = 0; store < storeCount; store += 1) judgeStore(createRandom(`coverage ${store}`));
const scored = storeCount * lookedAt;
const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;
console.log(`${storeCount} stores of ${customerCount} customers, ${model}`);
console.log(
  `95 % intervals of ${parameterNames.join(', ')}: ${covered.parameters.map((each) => percent(each, storeCount)).join(', ')}`,
);
console.log(
  `of ${scored} customers' values: ${levels.map((level) => `${level} ${percent(covered[level], scored)}`).join(', ')}`,
);
console.log(
  `above the 95 % interval: ${percent(covered.above, scored)}; nothing spent by ${percent(scored - covered.buyers, scored)}`,
);

function judgeStore(random: Random): void {
  const collector = createHistoryCollector({ timeUnit: 'day' });
  const worth = Array.from({ length: customerCount }, (_, customer) =>
    liveOn(random.fork(customer), (day, amount) => collector.add(customer, day, amount)),
  );
  const collected = collector.finish({ observedUntilDay: observedDays });
  if (!collected.ok) throw new Error(collected.failure.message);
  const fitted = fitLifetimeModel(collected.value, { model });
  const { points } = drawParameters(
    fitted.transactions,
    collected.value.histories,
    { proposals: 2000, count: 1000 },
    random.fork('draws'),
  );
  for (const [place, value] of truth.entries()) {
    const sorted = points.map((point) => point[place]!).sort((a, b) => a - b);
    if (sorted[24]! <= value && value <= sorted[975]!) covered.parameters[place]! += 1;
  }
  const scorer = createScorer(fitted, { horizonDays, annualDiscountRate });
  for (let row = 0; row < lookedAt; row += 1) {
    const { intervals } = scorer.score({ summary: summaryOf(collected.value, row) }).lifetimeValue;
    const value = worth[row]!;
    for (const level of levels) if (intervals[level][0] <= value && value <= intervals[level][1]) covered[level] += 1;
    if (value > intervals.p95[1]) covered.above += 1;
    if (value > 0) covered.buyers += 1;
  }
}

/** One customer's purchases; what those after the observation are worth at its end. */
function liveOn(random: Random, buy: (day: number, amount: number) => void): number {
  const spendRate = drawGamma(random, spendTruth.q, spendTruth.gamma);
  let worth = 0;
  for (const day of live(random, random.below(900), observedDays + horizonDays)) {
    const amount = drawGamma(random, spendTruth.p, spendRate);
    if (day <= observedDays) buy(Math.ceil(day), amount);
    else worth += amount * (1 + annualDiscountRate) ** (-(day - observedDays) / 365.25);
  }
  return worth;
}
