import { z } from 'zod';
import { instant } from '../foundation/http/index.ts';

const remarkAnswer = z
  .object({
    id: z.uuid(),
    kind: z.enum(['great', 'question', 'problem', 'reply']).describe('An answer to a check-in, or a reply to a mail.'),
    words: z.string().nullable().describe('In their own words; null for a click that said no more.'),
    at: instant,
    messageId: z.uuid().describe('The mail it is about.'),
    subject: z.string().describe('The subject of that mail.'),
  })
  .meta({ id: 'Remark' });

export const listedRemark = remarkAnswer
  .extend({
    customerId: z.uuid(),
    caseId: z.uuid().nullable().describe('Null for a remark that needs nobody.'),
  })
  .meta({ id: 'ListedRemark' });

export const caseAnswer = z
  .object({
    id: z.uuid(),
    state: z.enum(['open', 'closed']),
    customer: z.object({
      id: z.uuid(),
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      email: z.string().nullable().describe('Null after an erasure.'),
    }),
    openedAt: instant,
    closedAt: instant.nullable(),
    closedBy: z.string().nullable().describe('`person:` or `apiKey:` and an id.'),
    closingNote: z.string().nullable(),
    remarks: z.array(remarkAnswer).describe('What the customer said, the first first.'),
  })
  .meta({ id: 'Case' });
