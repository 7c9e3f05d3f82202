import { z } from 'zod';
import { instant } from '../../foundation/http/index.ts';
import { failureAnswer } from '../failure-answer.ts';

export const pullAnswer = z
  .object({
    id: z.uuid(),
    kind: z.enum(['backfill', 'reconcile', 'repair']),
    resource: z.enum(['orders', 'customers', 'products']),
    state: z.enum(['waiting', 'running', 'paused', 'done', 'failed']),
    eventsDone: z.number().int(),
    ordersDone: z.number().int(),
    total: z.number().int().nullable().describe('How many the platform says it has; null where it does not say.'),
    perSecond: z.number().nullable().describe('Over about the last minute; null while nothing is read.'),
    remainingMs: z.number().int().nullable(),
    partsRejected: z.number().int().describe('Parts that could not be used; they wait among the deliveries.'),
    updatedFrom: instant.nullable().describe('Only what changed then or later; null for everything.'),
    startedAt: instant.nullable(),
    lastPageAt: instant.nullable(),
    finishedAt: instant.nullable(),
    waitsUntil: instant.nullable().describe('Until when the platform asked us to wait, or when it is tried again.'),
    failure: failureAnswer,
  })
  .meta({ id: 'Pull' });
