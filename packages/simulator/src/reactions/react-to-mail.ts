import { createRandom, dayMs, hourMs, plus } from '@regulars/core/shared';
import { drawExponential } from '../laws/exponential.ts';
import type { SimulatedStore } from '../simulated-agency.ts';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import type { Reaction, ReceivedMail } from './reaction.ts';

/** What a customer does about a mail: the same for the same store, person, template and day. */
export function reactToMail(store: SimulatedStore, customer: SimulatedCustomer, mail: ReceivedMail): readonly Reaction[] {
  const random = createRandom(store.seed)
    .fork(store.key)
    .fork(customer.key)
    .fork(mail.templateKey)
    .fork(Math.floor(mail.sentAt / dayMs));
  const at = plus(mail.sentAt, (0.2 + 8 * drawExponential(random)) * hourMs);
  if (mail.templateKey === 'check-in' && random.next() < 0.4) {
    const value = random.next();
    return [{ kind: 'answersCheckIn', answer: value < 0.7 ? 'great' : value < 0.85 ? 'question' : 'problem', at }];
  }
  if (random.next() < 0.01) return [{ kind: 'unsubscribes', at }];
  return [];
}
