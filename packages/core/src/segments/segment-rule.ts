import { z } from 'zod';
import { parseInstant } from '../shared/instant.ts';

/** A rule larger than this is refused: nobody reads it, and every order would pay for it. */
export const segmentRuleLimits = { depth: 8, nodes: 100, values: 200 } as const;

const numberComparison = z.enum(['equals', 'atLeast', 'atMost', 'moreThan', 'lessThan']);
const timeComparison = z.enum(['before', 'onOrAfter']);
const count = z.int('must be a whole number').min(0).max(1_000_000);
const amountMinor = z.int('must be a whole number of minor units, e.g. cents');
const probability = z.number('must be a number from 0 to 1').min(0).max(1);
const days = z.int('must be a whole number of days').min(0).max(3_650);
const isoInstant = z
  .string()
  .refine((text) => parseInstant(text) !== null, 'must be a date and time with its zone, e.g. 2026-01-31T00:00:00Z');
const externalId = z.string().min(1).max(200);
const category = z.string().trim().toLowerCase().min(1).max(200);
const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters, e.g. NL');

function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).min(1).max(segmentRuleLimits.values);
}

/**
 * One question about a customer. A fact that is unknown (no country, no purchase yet) answers every question with no,
 * so that `not` around it says yes.
 */
export const segmentLeafSchema = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('orderCount'), is: numberComparison, value: count }),
  z.strictObject({ field: z.literal('discountedOrderCount'), is: numberComparison, value: count }),
  z.strictObject({ field: z.literal('netSpentMinor'), is: numberComparison, value: amountMinor }),
  z.strictObject({ field: z.literal('averageOrderMinor'), is: numberComparison, value: amountMinor }),
  z.strictObject({ field: z.literal('firstPurchaseAt'), is: timeComparison, value: isoInstant }),
  z.strictObject({ field: z.literal('lastPurchaseAt'), is: timeComparison, value: isoInstant }),
  /** Whole days by the store's calendar: 0 is today. */
  z.strictObject({ field: z.literal('firstPurchaseDaysAgo'), is: numberComparison, value: days }),
  z.strictObject({ field: z.literal('lastPurchaseDaysAgo'), is: numberComparison, value: days }),
  /** Has bought, and never without a discount. */
  z.strictObject({ field: z.literal('discountOnly'), is: z.literal('equals'), value: z.boolean() }),
  z.strictObject({ field: z.literal('country'), is: z.enum(['oneOf', 'noneOf']), value: listOf(country) }),
  z.strictObject({
    field: z.literal('boughtProduct'),
    is: z.enum(['anyOf', 'allOf', 'noneOf']),
    value: listOf(externalId),
  }),
  z.strictObject({
    field: z.literal('boughtCategory'),
    is: z.enum(['anyOf', 'allOf', 'noneOf']),
    value: listOf(category),
  }),
  /** That the customer still buys here, as the store's value model has it; 0.5 is as likely as not. */
  z.strictObject({ field: z.literal('probabilityAlive'), is: numberComparison, value: probability }),
  /** What they are expected to bring in the next twelve months. */
  z.strictObject({ field: z.literal('predictedValueMinor'), is: numberComparison, value: amountMinor }),
  /** Whether their next purchase is expected from today to that many days on, or was expected that many days ago or more. */
  z.strictObject({ field: z.literal('nextPurchaseInDays'), is: z.enum(['within', 'overdueBy']), value: days }),
]);

export type SegmentLeaf = z.infer<typeof segmentLeafSchema>;
export type NumberComparison = z.infer<typeof numberComparison>;

/** Who belongs to a segment: leaves joined by `all`, `any` and `not`. */
export type SegmentRule =
  | { readonly all: readonly SegmentRule[] }
  | { readonly any: readonly SegmentRule[] }
  | { readonly not: SegmentRule }
  | SegmentLeaf;

/** The rule's form, for describing it to programs; `parseSegmentRule` reads one and tells what is wrong with it. */
export const segmentRuleSchema: z.ZodType<SegmentRule> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(segmentRuleSchema).min(1) }),
      z.strictObject({ any: z.array(segmentRuleSchema).min(1) }),
      z.strictObject({ not: segmentRuleSchema }),
      segmentLeafSchema,
    ]),
  )
  .meta({ id: 'SegmentRule' });

/** The fields that are foreseen: they change with time alone, without anything happening to the customer. */
export const foreseenFields = ['probabilityAlive', 'predictedValueMinor', 'nextPurchaseInDays'] as const;

/** The fields that count days since: no event tells of it when another one has passed. */
export const datedFields = ['firstPurchaseDaysAgo', 'lastPurchaseDaysAgo'] as const;

/** Every field a leaf may ask about. */
export const segmentFields: readonly SegmentLeaf['field'][] = segmentLeafSchema.options.map(
  (option) => option.shape.field.value,
);
