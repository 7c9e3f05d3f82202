import type { Instant, Random } from '@regulars/core/shared';
import { archetypes } from '../archetypes/archetypes.ts';
import { choose, pick } from '../laws/choose.ts';
import type { SimulatedStore } from '../simulated-agency.ts';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import type { Reaction, ReceivedMail } from './reaction.ts';
import { sayingsFor, type Mood } from './replies.ts';

/** A sentence in the customer's language, about what they bought last before the mail came. */
export function reply(
  store: SimulatedStore,
  customer: SimulatedCustomer,
  mail: ReceivedMail,
  random: Random,
  mood: Mood,
  at: Instant,
): Reaction {
  const category = mail.templateKey === 'thank-you' ? null : findLastCategory(store, customer, mail.sentAt);
  return { kind: 'replies', text: pick(random, sayingsFor(customer.locale, store.archetype, mood, category)), at };
}

/** To a mail that asks nothing most people say thanks; of a parcel that has not come yet nobody complains. */
export function drawMood(random: Random, templateKey: string): Mood {
  if (templateKey === 'review-request') return 'great';
  return choose(random, [
    ['thanks', 78],
    ['question', 16],
    ['problem', templateKey === 'thank-you' ? 0 : 6],
  ]);
}

function findLastCategory(store: SimulatedStore, customer: SimulatedCustomer, sentAt: Instant): string | null {
  const last = store.happenings.findLast(
    ({ kind, at, order }) => kind === 'orderPlaced' && at <= sentAt && order.customerKey === customer.key,
  );
  const productId = last?.order.lineItems[0]?.productExternalId;
  return archetypes[store.archetype].items.find(({ id }) => id === productId)?.category ?? null;
}
