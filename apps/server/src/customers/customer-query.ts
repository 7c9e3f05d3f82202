import { z } from 'zod';
import { toEmailKey } from '@regulars/core/commerce';
import type { CustomerId } from '@regulars/core/shared';
import { cursorOf, instant, pageQuery } from '../foundation/http/index.ts';
import type { CustomerFilter } from './customer-filter.ts';
import { customerSorts, type CustomerPosition } from './list-customers.ts';

const idList = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.uuid()).max(200));

/** How a list of customers is asked for over HTTP. */
export const customerQuery = pageQuery.extend({
  email: z.string().max(320).optional().describe('Only the customer with this e-mail address.'),
  search: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('Only customers whose name or e-mail address contains this; case and accents do not count.'),
  ids: idList.optional().describe('Only these customers: their ids, separated by commas, 200 at most.'),
  segment: z.string().min(1).max(60).optional().describe('Only the members of the segment with this key.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'A country by its two capital letters, e.g. NL.')
    .optional(),
  consent: z.enum(['subscribed', 'unsubscribed', 'pending', 'not_asked', 'unknown']).optional(),
  firstOrderSince: instant.optional().describe('Only those whose first order is not older.'),
  lastOrderSince: instant.optional().describe('Only those whose last order is not older.'),
  ordersAtLeast: z.coerce.number().int().min(1).max(1_000_000).optional(),
  valueAtLeastMinor: z.coerce
    .number()
    .int()
    .min(-1e15)
    .max(1e15)
    .optional()
    .describe('Only those who brought this much in the store’s own currency, in its minor units, refunds taken off.'),
  predictedValueAtLeastMinor: z.coerce
    .number()
    .int()
    .min(0)
    .max(1e15)
    .optional()
    .describe('Only those expected to bring this much in the next twelve months, in minor units.'),
  aliveAtLeast: z.coerce.number().min(0).max(1).optional().describe('Only those whose P(alive) is not lower.'),
  aliveBelow: z.coerce.number().min(0).max(1).optional().describe('Only those whose P(alive) is lower.'),
  sort: z
    .enum(customerSorts)
    .default('newest')
    .describe(
      'The highest value, predicted value or P(alive), the latest last order or the most orders first; without, who became known last.',
    ),
  direction: z.enum(['descending', 'ascending']).default('descending').describe('`ascending`: the lowest first.'),
});

export type CustomerQuery = z.output<typeof customerQuery>;

const position: z.ZodType<CustomerPosition> = z.tuple([z.enum(['buyers', 'others']), z.number(), z.uuid()]);
export const customerCursors = cursorOf(position);

/** Null where nobody can be meant: what was given as an e-mail address is none. */
export function toCustomerFilter(query: CustomerQuery): CustomerFilter | null {
  const emailKey = query.email === undefined ? null : toEmailKey(query.email);
  if (query.email !== undefined && emailKey === null) return null;
  return {
    emailKey,
    search: query.search ?? null,
    ids: (query.ids as CustomerId[] | undefined) ?? null,
    segmentKey: query.segment ?? null,
    country: query.country ?? null,
    consent: query.consent ?? null,
    firstOrderSince: query.firstOrderSince ?? null,
    lastOrderSince: query.lastOrderSince ?? null,
    ordersAtLeast: query.ordersAtLeast ?? null,
    valueAtLeastMinor: query.valueAtLeastMinor ?? null,
    predictedValueAtLeastMinor: query.predictedValueAtLeastMinor ?? null,
    aliveAtLeast: query.aliveAtLeast ?? null,
    aliveBelow: query.aliveBelow ?? null,
  };
}
