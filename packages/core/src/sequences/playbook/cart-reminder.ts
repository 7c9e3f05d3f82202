import { dayMs, hourMs } from '../../shared/instant.ts';
import type { SequenceDefinition } from '../definition.ts';

const daytime = { from: '09:00', until: '20:00' };

/** Whoever left a cart is shown the way back once, then asked what kept them. Marketing: it goes to nobody without a ground for it. */
export const cartReminder: SequenceDefinition = {
  key: 'cart-reminder',
  name: 'Left in the cart',
  purpose: 'Shows whoever left a full cart the way back, and two days later asks whether something kept them.',
  // Within a fortnight of the last one left nobody is reminded again: who likes to keep things in a cart is left alone.
  trigger: { event: 'cartAbandoned', freshForMs: 24 * hourMs, pauseMs: 14 * dayMs },
  reentry: 'oncePerCart',
  exitOn: ['orderedAgain', 'askedQuestion', 'reportedProblem'],
  steps: [
    { id: 'time-to-come-back', kind: 'wait', delayMs: 3 * hourMs, window: daytime },
    { id: 'cart-reminder', kind: 'send', templateKey: 'cart-reminder', purpose: 'marketing' },
    { id: 'time-to-think', kind: 'wait', delayMs: 2 * dayMs, window: daytime },
    { id: 'cart-question', kind: 'send', templateKey: 'cart-question', purpose: 'marketing' },
  ],
};
