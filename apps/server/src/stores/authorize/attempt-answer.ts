import { z } from 'zod';
import type { Instant } from '@regulars/core/shared';
import type { Attempt } from './attempt-repository.ts';

export const attemptAnswer = z
  .object({
    id: z.uuid(),
    adapterId: z.string(),
    state: z.enum(['waiting', 'connected', 'failed']),
    connectionId: z.uuid().nullable().describe('The connection that was made, or that has access again.'),
    code: z.string().nullable().describe('Why it failed.'),
    message: z.string().nullable().describe('What was wrong this time, in words, e.g. which permissions are missing.'),
    warnings: z.array(z.string()).describe('What works with less than one might expect.'),
  })
  .meta({ id: 'ConnectAttempt' });

/** How an attempt stands; one that nobody came back from in time has failed. */
export function toAttemptAnswer(attempt: Attempt, now: Instant): z.infer<typeof attemptAnswer> {
  const { id, adapterId, connectionId, doneAt, failureCode, failureMessage, expiresAt } = attempt;
  const code = doneAt === null && expiresAt <= now ? 'connect.expired' : failureCode;
  const state = code !== null ? 'failed' : doneAt === null ? 'waiting' : 'connected';
  return { id, adapterId, state, connectionId, code, message: failureMessage, warnings: [...attempt.warnings] };
}
