import { z } from 'zod';
import { instant } from '../foundation/http/index.ts';

const failure = z
  .object({ code: z.string().describe('Stable.'), message: z.string().describe('One sentence that may be shown.') })
  .nullable();

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
    failure,
  })
  .meta({ id: 'Pull' });

const hookCheckAnswer = z
  .object({
    checkedAt: instant,
    nextCheckAt: instant,
    topics: z.array(z.object({ topic: z.string(), state: z.enum(['active', 'missing', 'disabled']) })),
    repairedAt: instant.nullable(),
    repairedTopics: z.array(z.string()),
    failure,
  })
  .meta({ id: 'HookCheck' });

const orderCheckAnswer = z
  .object({
    checkedAt: instant,
    from: instant,
    until: instant,
    ordersHere: z.number().int(),
    ordersThere: z.number().int(),
    sumHereMinor: z.number().int().nullable(),
    sumThereMinor: z.number().int().nullable(),
    currency: z.string().nullable(),
    missing: z.number().int().describe('Orders the platform has and we do not.'),
    different: z.number().int().describe('Orders that differ in state or amount.'),
    failure,
  })
  .meta({ id: 'OrderCheck' });

export const connectionSyncAnswer = z
  .object({
    connectionId: z.uuid(),
    adapterId: z.string(),
    canPull: z.boolean(),
    canHook: z.boolean(),
    canCount: z.boolean(),
    pulls: z.array(pullAnswer).describe('The last back-fill and the last reconciliation of each resource.'),
    hooks: hookCheckAnswer.nullable(),
    count: orderCheckAnswer.nullable(),
  })
  .meta({ id: 'ConnectionSync' });

export type ConnectionSync = z.output<typeof connectionSyncAnswer>;
