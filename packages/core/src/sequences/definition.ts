import { z } from 'zod';
import { dayMs, hourMs } from '../shared/instant.ts';
import { stepSchema } from './step.ts';

/** What is older than this starts nothing when it becomes known: nobody is thanked for what they bought years ago. */
export const triggerFreshnessDays = 30;

/** How old an order may be when it becomes known and still begin; where nothing is said, `triggerFreshnessDays`. */
const freshForMs = z
  .int()
  .min(hourMs)
  .max(triggerFreshnessDays * dayMs)
  .optional();

const purchaseNumber = z
  .strictObject({ atLeast: z.int().min(1).optional(), atMost: z.int().min(1).optional() })
  .refine(({ atLeast, atMost }) => atLeast === undefined || atMost === undefined || atLeast <= atMost, {
    path: ['atMost'],
    message: 'must not be less than "atLeast"',
  });
const segmentKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "must be a segment's key, e.g. first-time");

const orderConditions = z.strictObject({
  /** The how-manieth purchase of the customer it is. */
  purchaseNumber: purchaseNumber.optional(),
  /** One of the order's categories is among these. */
  categories: z.array(z.string().trim().toLowerCase().min(1)).min(1).max(200).optional(),
  /** One of the order's products is among these, by the store's own ids. */
  productExternalIds: z.array(z.string().min(1)).min(1).max(200).optional(),
  /** The customer is in this segment at that moment. */
  segmentKey: segmentKey.optional(),
});

const cartConditions = z.strictObject({
  /** One of the products in the cart is among these, by the store's own ids. */
  productExternalIds: z.array(z.string().min(1)).min(1).max(200).optional(),
  /** The customer is in this segment at that moment. */
  segmentKey: segmentKey.optional(),
});

/** So old a cart may be when it becomes known and still begin; where nothing is said. */
export const cartFreshnessMs = 2 * dayMs;

/** What begins an enrollment. A subscription's renewals begin none, nor does history brought in from a file. */
const triggerSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('orderPaid'), when: orderConditions.optional(), freshForMs }),
  z.strictObject({ event: z.literal('orderFulfilled'), when: orderConditions.optional(), freshForMs }),
  z.strictObject({
    event: z.literal('cartAbandoned'),
    when: cartConditions.optional(),
    /** Where nothing is said, `cartFreshnessMs`. */
    freshForMs,
    /** A cart begins nothing when the customer's last one was left less than this before. */
    pauseMs: z
      .int()
      .min(hourMs)
      .max(365 * dayMs)
      .optional(),
  }),
  z.strictObject({ event: z.literal('segmentEntered'), when: z.strictObject({ segmentKey }) }),
]);

/** What ends an enrollment early. An erased customer's ends always, and one about a cart when that is bought or thrown away. */
const exitEventSchema = z.enum([
  /** Money went back on the order the enrollment is about, or on any order when it is about none. */
  'orderRefunded',
  'orderCancelled',
  /** The customer bought again: what was to be said about the last order is overtaken. */
  'orderedAgain',
  /** The customer left the segment whose entering began it. */
  'segmentLeft',
  /** The customer answered this enrollment's check-in with a question. */
  'askedQuestion',
  /** The customer answered this enrollment's check-in with a problem. */
  'reportedProblem',
]);

/** A sequence as written: data, the same in a file, over the API and in the database. */
export const sequenceDefinitionSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be a short name of small letters, digits and hyphens'),
  name: z.string().trim().min(1).max(120),
  /** What it is for, in a sentence, for whoever finds it later. */
  purpose: z.string().trim().min(1).max(500),
  trigger: triggerSchema,
  reentry: z.enum(['oncePerCustomer', 'oncePerOrder', 'oncePerCart']),
  exitOn: z.array(exitEventSchema).max(10),
  steps: z.array(stepSchema).min(1).max(50),
});

export type SequenceDefinition = z.infer<typeof sequenceDefinitionSchema>;
export type Trigger = z.infer<typeof triggerSchema>;
export type ExitEvent = z.infer<typeof exitEventSchema>;
export type OrderConditions = z.infer<typeof orderConditions>;
