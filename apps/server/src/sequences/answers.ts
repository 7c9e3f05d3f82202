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

const count = z.number().int();
const exits = z.array(z.object({ reason: z.string(), customers: count })).readonly();

export const listedSequence = sequenceAnswer
  .extend({
    enrollments: counts.describe('Over all time.'),
    recentMails: z
      .object({ sent: count, skipped: z.array(z.object({ reason: z.string(), mails: count })) })
      .describe('What it planned in the last 30 days.'),
  })
  .meta({ id: 'ListedSequence' });

export const detailedSequence = sequenceAnswer
  .extend({
    enrollments: counts,
    definition: z.unknown().describe('The version that is live, or the latest of a draft.'),
  })
  .meta({ id: 'DetailedSequence' });

export const sequenceProgress = z
  .object({
    days: count,
    since: instant.describe(
      'The counts are of those who began then or later; `enrolledSince` of the lists behind them.',
    ),
    enrolled: count.describe('How many began in these days: the n of every share.'),
    active: count,
    completed: count,
    failed: count,
    exits,
    steps: z
      .array(
        z.object({
          stepId: z.string(),
          reached: count.describe(
            'How many came by: those who wait here, went on, finished, left and were set aside, added up.',
          ),
          waiting: count.describe('How many rest here now.'),
          waitingFromBefore: count.describe('How many rest here now who began before these days; in no other count.'),
          wentOn: count.describe('How many came by and went further.'),
          finished: count.describe('How many came to the end of the sequence with this step.'),
          exits: exits.describe('Those whose last step it was when they left early.'),
          failed: count.describe('How many were set aside here.'),
          branch: z
            .object({ then: count, otherwise: count })
            .nullable()
            .describe('Where a branch led; who has not gone on is in neither.'),
          mails: z.array(z.object({ state: z.string(), reason: z.string().nullable(), mails: count })).readonly(),
        }),
      )
      .readonly(),
    versions: z
      .array(z.object({ version: count, active: count, enrolled: count }))
      .readonly()
      .describe('Over all time.'),
  })
  .meta({ id: 'SequenceProgress' });

export const listedEnrollment = z
  .object({
    id: z.uuid(),
    customerId: z.uuid(),
    version: count,
    status: z.enum(['active', 'completed', 'exited', 'failed']),
    reason: z.string().nullable(),
    stepId: z.string().nullable(),
    dueAt: instant.nullable(),
    enrolledAt: instant,
  })
  .meta({ id: 'ListedEnrollment' });

export const switchForecast = z
  .object({
    lookbackDays: count,
    occasions: count.describe('What happened in these days that could begin it, such as paid orders.'),
    wouldHaveBegun: count.describe('How many of them would have. Nobody is enrolled for them afterwards.'),
    underWay: count,
    overdue: count.describe('Whose wait is over: they move on as soon as it is on.'),
    lacks: z
      .array(
        z.discriminatedUnion('of', [
          z.object({ of: z.literal('codes'), why: z.enum(['notConnected', 'notSetUp', 'notOffered', 'resting']) }),
          z.object({ of: z.literal('carts'), why: z.literal('notTold') }),
        ]),
      )
      .describe('What it needs and the store has not: somebody who makes its codes, or who tells of carts.'),
  })
  .meta({ id: 'SwitchForecast' });

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
  next: z
    .object({ kind: z.string(), templateKey: z.string().nullable(), segmentKey: z.string().nullable() })
    .nullable()
    .describe('What comes after the wait, by the version they began with; null when that is the end.'),
});

export const sequenceVerdict = z
  .object({
    sequenceId: z.uuid(),
    key: z.string(),
    name: z.string(),
    status,
    enrollments: z.array(enrollmentSummary),
    whyNot: z.string().nullable().describe('Why the customer was never enrolled; null when they were.'),
    fromPurchase: z.number().int().describe('It begins with this purchase of a customer or a later one; 1 for any.'),
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
