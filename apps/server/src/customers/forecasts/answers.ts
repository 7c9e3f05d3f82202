import { z } from 'zod';
import { instant } from '../../foundation/http/index.ts';

const minor = z.number().int().describe('Whole minor units of the store’s own currency.');
const probability = z.number().min(0).max(1);
const day = z.iso.date();
const range = <Item extends z.ZodType>(item: Item) => z.object({ low: item, high: item });
const intervals = <Item extends z.ZodType>(item: Item) =>
  z
    .object({ half: range(item), most: range(item), nearlyAll: range(item) })
    .describe('Where the true value lies with a probability of 50, 80 and 95 percent.');

const terms = {
  horizonDays: z.number().int().describe('How far ahead is looked.'),
  annualDiscountRate: z.number().describe('What money in a year is worth less than money now, as a share.'),
  currency: z.string(),
};

export const modelBasis = z
  .enum(['similarStores', 'partlySimilarStores', 'ownCustomers'])
  .describe('What the model rests on; a store with few repeat purchases is told by similar ones.');

const basis = z.object({
  on: modelBasis,
  customers: z.number().int().describe('How many customers of the store the model was fitted to.'),
  repeatPurchases: z.number().int().describe('Their purchases after the first.'),
  fittedAt: instant,
  modelId: z.string(),
});

export const forecastAnswer = z
  .object({
    ...terms,
    scoredOn: day,
    probabilityAlive: probability.describe('P(alive): that they still buy here.'),
    purchases: z
      .object({ expected: z.number(), median: z.number(), intervals: intervals(z.number()) })
      .describe('Within the horizon.'),
    nextPurchase: z.object({
      probability: probability.describe('That there will be one, within ten years.'),
      earlyOn: day.nullable().describe('Of those like them who buy again, a tenth have done so by then.'),
      medianOn: day.nullable().describe('… half have.'),
      lateOn: day.nullable().describe('… nine tenths have.'),
      dueOn: day.describe('What `medianOn` was on the day of their last purchase.'),
    }),
    expectedSpendMinor: minor.describe('Of a purchase to come.'),
    value: z
      .object({ expectedMinor: minor, medianMinor: minor, intervals: intervals(minor) })
      .describe('Of the purchases within the horizon, discounted.'),
    residualMinor: minor.describe('Of all purchases to come, without end, discounted.'),
    purchaseDays: z.number().int().describe('Days on which they bought so far: what it rests on of their own.'),
    basis,
  })
  .meta({ id: 'CustomerForecast' });

export const evidenceAnswer = z
  .object({
    knownUntil: day.describe('The model was told what happened up to this day, inclusive.'),
    days: z.number().int().describe('And foretold so many days after it.'),
    customers: z.number().int(),
    purchasesExpected: z.number(),
    purchasesActual: z.number().int(),
    spendExpectedMinor: minor,
    spendActualMinor: minor,
    meanAbsoluteError: z.number().describe('Purchases per customer.'),
    meanAbsoluteErrorOfPast: z.number().describe('The same for “they buy as often as so far”.'),
    coverage: probability.describe(
      'The share of customers whose purchases fell into their 80 percent interval, of a sample.',
    ),
    rankCorrelation: z.number().nullable().describe('Spearman: whether those foreseen to buy most did; 1 is always.'),
  })
  .meta({ id: 'ForecastEvidence' });

export const outlookAnswer = z
  .object({
    computedAt: instant,
    customers: z.number().int().describe('Buyers in the store’s own currency.'),
    alive: z.number().describe('How many of them are expected still to buy here.'),
    purchases: z.number(),
    valueMinor: minor.describe('What all of them are expected to bring within the horizon.'),
    value: range(minor).describe('Where the true value lies with a probability of 80 percent.'),
  })
  .meta({ id: 'StoreOutlook' });

export const valueModelAnswer = z
  .object({
    ...terms,
    model: z
      .object({
        ...basis.shape,
        regularity: z.number().int().describe('The k of mbg-cnbd-k; 1 for the other models.'),
        parameters: z.array(z.object({ name: z.string(), value: z.number(), standardError: z.number().nullable() })),
        verdict: z.object({ code: z.string(), message: z.string() }),
        isConverged: z.boolean(),
        season: z.object({ strength: z.number(), message: z.string() }).nullable(),
        reason: z.string().describe('Why this model was chosen.'),
        diagnostics: z.array(z.string()),
      })
      .nullable()
      .describe('Null before the first customer.'),
    evidence: evidenceAnswer.nullable().describe('How right it would have been; null while the past is too short.'),
    outlook: outlookAnswer.nullable(),
  })
  .meta({ id: 'ValueModel' });
