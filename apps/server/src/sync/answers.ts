import { z } from 'zod';
import { orderCheckAnswer } from './counts/order-check-answer.ts';
import { hookCheckAnswer } from './hooks/hook-check-answer.ts';
import { pullAnswer } from './pulls/pull-answer.ts';

export const connectionSyncAnswer = z
  .object({
    connectionId: z.uuid(),
    adapterId: z.string(),
    canPull: z.boolean(),
    canHook: z.boolean(),
    canCount: z.boolean(),
    hasDelivered: z.boolean().describe('Whether anything has ever come from it.'),
    pulls: z.array(pullAnswer).describe('The last back-fill and the last reconciliation of each resource.'),
    hooks: hookCheckAnswer.nullable(),
    count: orderCheckAnswer.nullable(),
  })
  .meta({ id: 'ConnectionSync' });

export type ConnectionSync = z.output<typeof connectionSyncAnswer>;
