import { z } from 'zod';
import { sequenceDefinitionSchema } from '@regulars/core/sequences';
import { instant } from '../foundation/http/index.ts';

const status = z.enum(['draft', 'live', 'paused']);
const counts = z.object({
  active: z.number().int(),
  completed: z.number().int(),
  exited: z.number().int(),
  failed: z.number().int(),
});

export const sequenceAnswer = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    status,
    liveVersion: z
      .number()
      .int()
      .nullable()
      .describe('The version new enrollments begin with; null until it was first switched on.'),
    latestVersion: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Sequence' });

export const listedSequence = sequenceAnswer.extend({ enrollments: counts }).meta({ id: 'ListedSequence' });

export const detailedSequence = listedSequence
  .extend({
    definition: z.unknown().describe('The version that is live, or the latest of a draft.'),
    steps: z.array(z.object({ stepId: z.string(), reached: z.number().int(), waiting: z.number().int() })),
  })
  .meta({ id: 'DetailedSequence' });

export const sequenceVersion = z
  .object({ version: z.number().int(), definition: z.unknown(), createdAt: instant })
  .meta({ id: 'SequenceVersion' });

export const presetAnswer = z
  .object({ definition: sequenceDefinitionSchema.meta({ id: 'SequenceDefinition' }), isInstalled: z.boolean() })
  .meta({ id: 'SequencePreset' });

const enrollmentSummary = z.object({
  id: z.uuid(),
  version: z.number().int(),
  status: z.enum(['active', 'completed', 'exited', 'failed']),
  reason: z.string().nullable(),
  stepId: z.string().nullable(),
  dueAt: instant.nullable(),
  orderId: z.uuid().nullable(),
  enrolledAt: instant,
});

export const sequenceVerdict = z
  .object({
    sequenceId: z.uuid(),
    key: z.string(),
    name: z.string(),
    status,
    enrollments: z.array(enrollmentSummary),
    whyNot: z.string().nullable().describe('Why the customer was never enrolled; null when they were.'),
  })
  .meta({ id: 'SequenceVerdict' });

export const failedEnrollment = z
  .object({
    id: z.uuid(),
    sequenceId: z.uuid(),
    version: z.number().int(),
    customerId: z.uuid(),
    stepId: z.string().nullable(),
    code: z.string(),
    failedAt: instant,
  })
  .meta({ id: 'FailedEnrollment' });
