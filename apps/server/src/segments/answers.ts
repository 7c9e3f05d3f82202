import { z } from 'zod';
import { segmentCauses, segmentRuleSchema } from '@regulars/core/segments';
import { instant } from '../foundation/http/index.ts';
import { movementDays } from './read-segments.ts';

export const segmentAnswer = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    rule: segmentRuleSchema,
    archivedAt: instant.nullable().describe('Since when it is set aside; null while it is in use.'),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Segment' });

const segmentUse = z
  .object({ sequenceId: z.uuid(), name: z.string(), status: z.enum(['draft', 'live', 'paused']) })
  .meta({ id: 'SegmentUse' });

export const listedSegment = segmentAnswer
  .extend({
    memberCount: z.number().int(),
    customerCount: z.number().int().describe('All customers of the store, of whom the members are a part.'),
    enteredCount: z
      .number()
      .int()
      .describe(`How often somebody came in the last ${movementDays} days, by something that happened to them.`),
    leftCount: z.number().int().describe('How often somebody left in those days.'),
    usedBy: z.array(segmentUse).describe('Sequences that begin with it or branch on it.'),
  })
  .meta({ id: 'ListedSegment' });

export const savedSegment = segmentAnswer
  .extend({ movedCount: z.number().int().describe('How many customers came or left by the new rule.') })
  .meta({ id: 'SavedSegment' });

export const segmentPresetAnswer = z
  .object({ key: z.string(), name: z.string(), description: z.string(), rule: segmentRuleSchema })
  .meta({ id: 'SegmentPreset' });

const decidingLeaf = z.object({
  path: z.string().describe('JSON pointer into the rule.'),
  leaf: z.unknown().describe('The question.'),
  matches: z.boolean(),
  actual: z.unknown().describe('What was found for this customer.'),
});

export const segmentPreview = z
  .object({
    matching: z.number().int(),
    customers: z.number().int().describe('All customers of the store.'),
    examples: z
      .array(z.object({ customerId: z.uuid(), matches: z.boolean(), deciding: z.array(decidingLeaf) }))
      .describe('Up to five of those it takes in, who bought last first, each with what decided.'),
  })
  .meta({ id: 'SegmentPreview' });

export const segmentVerdict = z
  .object({ key: z.string(), name: z.string(), matches: z.boolean(), deciding: z.array(decidingLeaf) })
  .meta({ id: 'SegmentVerdict' });

export const memberAnswer = z.object({ customerId: z.uuid(), since: instant }).meta({ id: 'SegmentMember' });

export const movementDay = z
  .object({
    day: z.iso.date().describe('A day in the time zone of the store.'),
    cause: z.enum(segmentCauses),
    entered: z.number().int(),
    left: z.number().int(),
  })
  .meta({ id: 'SegmentMovementDay' });

export const segmentOutlook = z
  .object({
    foreseenCount: z.number().int().describe('Members of whom something is foreseen; the others have not bought yet.'),
    predictedValueMinor: z
      .number()
      .int()
      .describe('What they are expected to bring in the next twelve months, in minor units of the store’s currency.'),
    averageProbabilityAlive: z.number().nullable().describe('P(alive): that they still buy here.'),
    dueThisWeekCount: z.number().int().describe('Members whose next purchase is expected within 7 days.'),
    overdueCount: z.number().int().describe('Members whose next purchase was expected before today.'),
  })
  .meta({ id: 'SegmentOutlook' });

export const recountAnswer = z
  .object({
    segmentId: z.uuid(),
    name: z.string(),
    done: z.number().int(),
    total: z.number().int().nullable().describe('How many customers move; null while they are being looked for.'),
    startedAt: instant,
  })
  .meta({ id: 'SegmentRecount' });

export const suggestionAnswer = z
  .object({
    value: z.string().describe('What stands in a rule: a product’s id, a category, a country code.'),
    label: z.string(),
    customers: z.number().int().describe('How many customers it is true of.'),
  })
  .meta({ id: 'SegmentSuggestion' });
