import { z } from 'zod';
import { instant } from '../foundation/http/index.ts';
import { orderCheckAnswer } from '../sync/door.ts';
import { needCodes } from './needs.ts';

const count = z.int().nonnegative();
const minor = z.int().describe('Whole minor units of the store’s currency.');
const share = z.number().nullable().describe('From 0 to 1; null where there is nothing to divide.');

export const storeInFleet = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  currency: z.string(),
  timeZone: z.string(),
});

export const needAnswer = z
  .object({
    code: z.enum(needCodes),
    urgency: z.enum(['now', 'today', 'soon']),
    place: z
      .enum(['connections', 'mailbox', 'cases', 'customers', 'referrals', 'sequences', 'orders'])
      .describe('Where it is seen to.'),
    count: count.nullable(),
    sinceAt: instant.nullable(),
    values: z
      .record(z.string(), z.union([z.string(), z.number(), z.null()]))
      .describe('What a sentence about it names besides.'),
  })
  .meta({ id: 'Need' });

const month = z.object({
  month: z.string().describe('Of the store’s own calendar, e.g. 2026-11.'),
  firstMinor: minor.describe('From first orders, refunds taken off.'),
  firstOrders: count,
  returningMinor: minor.describe('From orders of customers who had bought before.'),
  returningOrders: count,
});

export const figuresAnswer = z
  .object({
    computedAt: instant,
    customers: count.describe('Everybody known, buyers or not.'),
    buyers: count.describe('Customers with a purchase in the store’s currency.'),
    regulars: count.describe('Customers with two purchases or more.'),
    newRegulars: count.describe('Those whose second purchase was this month.'),
    netMinor: minor.describe('What all customers brought, refunds taken off.'),
    renewers: count.describe('Customers who paid a renewal of a subscription, buyers or not.'),
    renewalsMinor: minor.describe('What renewals brought of it.'),
    renewersOnly: count.describe('Customers of whom only renewals are known, no purchase.'),
    renewersOnlyMinor: minor.describe('What those brought of it.'),
    averageMinor: minor.nullable().describe('Of a buyer.'),
    medianMinor: minor.nullable(),
    months: z.array(month).describe('The last 24, the oldest first, the running one last.'),
    pace: z
      .object({ days7: count, days7Before: count, days30: count, days30Before: count })
      .describe('Purchases of the last days, and of as many days before them.'),
    rhythm: z.object({
      lastOrderAt: instant.nullable(),
      orders: count.describe('Within the 90 days before the last order.'),
      longestPauseMs: z.int().nullable().describe('The longest time without an order in those days.'),
    }),
    refunds: z.object({
      orders: count.describe('Of the last 30 days.'),
      share,
      ordersBefore: count.describe('Of the eleven months before.'),
      shareBefore: share,
    }),
  })
  .meta({ id: 'StoreFigures' });

export const dayAnswer = z
  .object({
    sent: count,
    planned: count.describe('Still to go before the store’s day is over.'),
    refused: count,
    unclear: count.describe('Nobody can say whether they went.'),
    lines: z.array(
      z.object({ sequenceKey: z.string().nullable(), templateKey: z.string().nullable(), sent: count, planned: count }),
    ),
    skipped: z.array(z.object({ reason: z.string(), count })),
  })
  .meta({ id: 'DayOfMails' });

export const fleetRow = z
  .object({
    store: storeInFleet,
    needs: z.array(needAnswer).describe('The most urgent first; only what you may see to.'),
    figures: figuresAnswer.nullable().describe('Null while they are added up for the first time.'),
    today: dayAnswer,
    reading: z
      .object({
        done: count.describe('Orders read so far.'),
        total: count.nullable().describe('How many there are; null until the platform has said so.'),
      })
      .nullable()
      .describe('How far the shop’s history is read; null when it is not being read.'),
  })
  .meta({ id: 'FleetRow' });

const platformCount = z
  .object({
    connectionId: z.uuid(),
    platform: z.string(),
    canCount: z.boolean().describe('Whether the platform can say how many orders it has.'),
    last: orderCheckAnswer.nullable().describe('As last compared; null until it is for the first time.'),
  })
  .meta({ id: 'PlatformCount' });

export const summaryAnswer = z
  .object({
    store: storeInFleet,
    needs: z.array(needAnswer),
    figures: figuresAnswer.nullable().describe('Null while they are added up for the first time.'),
    today: dayAnswer,
    cases: z.object({ count, oldestAt: instant.nullable() }),
    referrals: z.object({ open: count, qualified: count }),
    rewards: z.object({
      issued: count.describe('Codes given, the welcome of friends left out.'),
      redeemed: count.describe('Of those, the ones used.'),
      welcomeIssued: count.describe('Welcome codes of friends.'),
      welcomeRedeemed: count,
    }),
    platforms: z.array(platformCount),
  })
  .meta({ id: 'StoreSummary' });
