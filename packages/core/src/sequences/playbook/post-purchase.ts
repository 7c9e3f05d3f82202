import { dayMs, hourMs } from '../../shared/instant.ts';
import type { SequenceDefinition } from '../definition.ts';

const officeHours = { from: '09:00', until: '18:00' };

/** Thank first, then help, then listen, and only then ask: whoever has a question or a problem is not asked at all. */
export const postPurchase: SequenceDefinition = {
  key: 'post-purchase',
  name: 'After an order',
  purpose: 'Thanks the buyer at once, helps with the product, asks how it is going, and only then for a review.',
  // The first mail says "just came in": of an order heard of later than this, that is not true.
  trigger: { event: 'orderPaid', freshForMs: 48 * hourMs },
  reentry: 'oncePerOrder',
  exitOn: ['orderRefunded', 'orderCancelled', 'orderedAgain', 'askedQuestion', 'reportedProblem'],
  steps: [
    { id: 'thank-you', kind: 'send', templateKey: 'thank-you', purpose: 'transactional' },
    { id: 'until-it-arrives', kind: 'wait', delayMs: 4 * dayMs, window: officeHours },
    { id: 'get-to-know', kind: 'send', templateKey: 'get-to-know', purpose: 'marketing' },
    { id: 'time-to-use-it', kind: 'wait', delayMs: 7 * dayMs, window: officeHours },
    { id: 'check-in', kind: 'send', templateKey: 'check-in', purpose: 'marketing' },
    {
      id: 'time-to-answer',
      kind: 'wait',
      delayMs: 8 * dayMs,
      window: officeHours,
      // Whoever is happy is asked the next day, while it is fresh; the frequency cap wants most of a day anyway.
      soonerOn: { answer: 'great', delayMs: dayMs },
    },
    { id: 'kept-it', kind: 'branch', segmentKey: 'buyers', then: 'review-request', otherwise: 'did-not-stay' },
    { id: 'did-not-stay', kind: 'exit', reason: 'not_a_buyer' },
    { id: 'review-request', kind: 'send', templateKey: 'review-request', purpose: 'marketing' },
  ],
};
