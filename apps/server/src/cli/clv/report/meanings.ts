import { daysPerUnit, type LifetimeModel, type TimeUnit } from '@regulars/core/clv';
import type { Formats } from './formats.ts';

/** What the parameters say of the store's customers, in words. */
export function describeParameters(model: LifetimeModel, formats: Formats): readonly string[] {
  const { transactions, spend, timeUnit } = model;
  const named = new Map(transactions.parameterNames.map((name, index) => [name, transactions.parameters[index] ?? 0]));
  return [
    ...describeBuying(named, transactions.k, timeUnit, formats),
    ...describeLeaving(named, timeUnit, formats),
    ...describeSpending(spend, formats),
  ];
}

type Named = ReadonlyMap<string, number>;

function describeBuying(
  named: Named,
  k: number,
  unit: TimeUnit,
  { duration, number, share }: Formats,
): readonly string[] {
  const [r, alpha] = [named.get('r'), named.get('alpha')];
  if (r === undefined || alpha === undefined) return describeByPeriod(named, unit, { share, number });
  const everyDays = (alpha / r) * k * daysPerUnit[unit];
  const spread =
    r < 0.5 ? 'very unlike each other: most buy rarely, a few often' : r < 2 ? 'unlike each other' : 'much alike';
  return [
    `While they are customers, they buy about every ${duration(everyDays)} on average (rate r / alpha).`,
    `In how often they buy they are ${spread} (r = ${number(r)}).`,
    ...(k > 1
      ? [`They buy by habit, at more even intervals than chance would have it (k = ${k}; chance alone would be 1).`]
      : []),
  ];
}

/** BG/BB, which asks in every period anew. */
function describeByPeriod(
  named: Named,
  unit: TimeUnit,
  { share, number }: Pick<Formats, 'share' | 'number'>,
): readonly string[] {
  const [alpha, beta, gamma, delta] = ['alpha', 'beta', 'gamma', 'delta'].map((name) => named.get(name));
  if (alpha === undefined || beta === undefined || gamma === undefined || delta === undefined) return [];
  return [
    `While they are customers, ${share(alpha / (alpha + beta))} of them buy in a ${unit} (alpha = ${number(alpha)}, beta = ${number(beta)}).`,
    `In a ${unit}, ${share(gamma / (gamma + delta))} of new customers leave for good (gamma = ${number(gamma)}, delta = ${number(delta)}).`,
  ];
}

function describeLeaving(named: Named, unit: TimeUnit, { duration, share, number }: Formats): readonly string[] {
  const [a, b, s, beta] = [named.get('a'), named.get('b'), named.get('s'), named.get('beta')];
  if (a !== undefined && b !== undefined)
    return [
      `After a purchase, ${share(a / (a + b))} of all customers leave for good (a / (a + b)); ${
        a < 1 && b < 1 ? 'some never do, some at once' : a + b > 10 ? 'all nearly alike' : 'some sooner than others'
      } (a = ${number(a)}, b = ${number(b)}).`,
    ];
  if (s !== undefined && beta !== undefined) {
    // The median of a Pareto law of the second kind.
    const medianDays = beta * (2 ** (1 / s) - 1) * daysPerUnit[unit];
    return medianDays > 36_525
      ? ['Hardly anyone leaves for good within the time that a shop looks ahead (s, beta).']
      : [
          `Half of new customers have left for good after ${duration(medianDays)} (s = ${number(s)}, beta = ${number(beta)}).`,
        ];
  }
  return [];
}

function describeSpending({ p, q, gamma }: LifetimeModel['spend'], { money, number }: Formats): readonly string[] {
  if (!(p > 0 && q > 1)) return [];
  const alike = 1 / Math.sqrt(p);
  return [
    `A purchase is ${money((p * gamma) / (q - 1))} on average over all customers (p gamma / (q − 1)).`,
    `One customer’s purchases differ from each other by about ${number(100 * alike)} % (p = ${number(p)}).`,
  ];
}
