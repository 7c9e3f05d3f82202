import { dayMs } from '../../shared/instant.ts';
import type { SequenceDefinition } from '../definition.ts';

/** Whoever came back is asked once whether they know somebody. */
export const referralInvite: SequenceDefinition = {
  key: 'referral-invite',
  name: 'Bring a friend',
  purpose: 'Invites those who bought at least twice, and kept it, to pass on a link that rewards them and a friend.',
  trigger: { event: 'orderPaid', when: { purchaseNumber: { atLeast: 2 } } },
  reentry: 'oncePerCustomer',
  exitOn: ['orderRefunded', 'orderCancelled'],
  steps: [
    { id: 'let-it-arrive', kind: 'wait', delayMs: 6 * dayMs, window: { from: '09:00', until: '18:00' } },
    { id: 'kept-it', kind: 'branch', segmentKey: 'buyers', then: 'invite', otherwise: 'did-not-stay' },
    { id: 'did-not-stay', kind: 'exit', reason: 'not_a_buyer' },
    { id: 'invite', kind: 'send', templateKey: 'referral-invite', purpose: 'marketing' },
  ],
};
