import { z } from 'zod';
import { checkInAnswerSchema } from '../messaging/check-in.ts';
import { rewardTermsSchema } from '../referrals/reward-terms.ts';
import { dayMs, minuteMs } from '../shared/instant.ts';
import { localTimeSchema, sendWindowSchema } from './send-window.ts';

const stepIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a short name of small letters, digits and hyphens, e.g. check-in');

/** Without `next` a step leads to the one written after it, and the last one completes the enrollment. */
const next = stepIdSchema.optional();
const id = stepIdSchema;

const delayMs = z
  .int()
  .min(minuteMs, 'must be one minute (60000) at least')
  .max(400 * dayMs, 'must be 400 days at most');

const waitStepSchema = z
  .strictObject({
    id,
    kind: z.literal('wait'),
    delayMs,
    /** After the delay, until the store's clock next shows this time. */
    untilLocalTime: localTimeSchema.optional(),
    /** After the delay, until this window of the store's day is open. */
    window: sendWindowSchema.optional(),
    /** Answered so to this enrollment's check-in, the wait lasts only this much longer, at most; time of day and window hold. */
    soonerOn: z.strictObject({ answer: checkInAnswerSchema, delayMs }).optional(),
    next,
  })
  .refine((wait) => wait.soonerOn === undefined || wait.soonerOn.delayMs < wait.delayMs, {
    path: ['soonerOn', 'delayMs'],
    message: 'must be shorter than the wait itself',
  });

/** What an enrollment comes by. */
export const stepSchema = z.discriminatedUnion('kind', [
  waitStepSchema,
  z.strictObject({
    id,
    kind: z.literal('send'),
    templateKey: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, "must be a template's key, e.g. thank-you"),
    purpose: z.enum(['transactional', 'marketing']),
    next,
  }),
  z.strictObject({
    id,
    kind: z.literal('branch'),
    segmentKey: z.string().min(1).max(60),
    then: stepIdSchema,
    otherwise: stepIdSchema,
  }),
  z.strictObject({ id, kind: z.literal('reward'), reward: rewardTermsSchema, next }),
  z.strictObject({
    id,
    kind: z.literal('exit'),
    reason: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be a short name of small letters and underscores, e.g. not_a_buyer'),
  }),
]);

export type Step = z.infer<typeof stepSchema>;
export type WaitStep = z.infer<typeof waitStepSchema>;
