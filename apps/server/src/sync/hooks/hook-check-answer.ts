import { z } from 'zod';
import { instant } from '../../foundation/http/index.ts';
import { failureAnswer } from '../failure-answer.ts';

export const hookCheckAnswer = z
  .object({
    checkedAt: instant,
    nextCheckAt: instant,
    topics: z
      .array(z.object({ topic: z.string(), state: z.enum(['active', 'missing', 'disabled']) }))
      .describe('As the platform had them when it could last be asked.'),
    repairedAt: instant.nullable().describe('When webhooks were last registered or woken.'),
    repairedTopics: z.array(z.string()).describe('Which ones those were.'),
    failure: failureAnswer.describe(
      'Why they could not be checked or repaired; `code` is the adapter’s, or `addressUnreachable`.',
    ),
  })
  .meta({ id: 'HookCheck' });
