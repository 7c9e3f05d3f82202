import { z } from 'zod';
import { segmentRuleSchema } from '@regulars/core/segments';
import { instant } from '../foundation/http/index.ts';

export const segmentAnswer = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    rule: segmentRuleSchema,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Segment' });

export const listedSegment = segmentAnswer.extend({ memberCount: z.number().int() }).meta({ id: 'ListedSegment' });

export const savedSegment = segmentAnswer
  .extend({ movedCount: z.number().int().describe('How many customers came or left by the new rule.') })
  .meta({ id: 'SavedSegment' });

export const segmentCount = z
  .object({ matching: z.number().int(), customers: z.number().int() })
  .meta({ id: 'SegmentCount' });

export const segmentPresetAnswer = z
  .object({ key: z.string(), name: z.string(), description: z.string(), rule: segmentRuleSchema })
  .meta({ id: 'SegmentPreset' });

const decidingLeaf = z.object({
  path: z.string().describe('JSON pointer into the rule.'),
  leaf: z.unknown().describe('The question.'),
  matches: z.boolean(),
  actual: z.unknown().describe('What was found for this customer.'),
});

export const segmentVerdict = z
  .object({ key: z.string(), name: z.string(), matches: z.boolean(), deciding: z.array(decidingLeaf) })
  .meta({ id: 'SegmentVerdict' });
