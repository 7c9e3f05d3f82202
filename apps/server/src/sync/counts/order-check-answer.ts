import { z } from 'zod';
import { instant } from '../../foundation/http/index.ts';
import { failureAnswer } from '../failure-answer.ts';

const count = z.int().nonnegative();
const minor = z.int().nullable();

export const orderCheckAnswer = z
  .object({
    checkedAt: instant,
    from: instant.describe('Orders placed since then are counted.'),
    until: instant.describe('Orders placed until then: those of the last hour may still be under way.'),
    ordersHere: count.nullable().describe('Null when the platform could not be asked.'),
    ordersThere: count.nullable(),
    comparedFrom: instant
      .nullable()
      .describe('Orders changed since then are compared one by one; null where the platform cannot be read.'),
    compared: count.nullable().describe('How many those were.'),
    sumHereMinor: minor.describe(
      'What the compared orders came to here, refunds taken off, in the currency of the store.',
    ),
    sumThereMinor: minor.describe('The same on the platform.'),
    currency: z.string().nullable(),
    missing: count.describe('Of the compared orders, those the platform has and we do not.'),
    different: count.describe('Of the compared orders, those that differ in state or amount.'),
    failure: failureAnswer.describe('Why the platform could not be asked; `code` is the adapter’s.'),
  })
  .meta({ id: 'OrderCheck' });

export type OrderCheckAnswer = z.output<typeof orderCheckAnswer>;
