import { createRandom, dayMs, hourMs, minuteMs, plus, type Instant, type Random } from '@regulars/core/shared';
import { choose } from '../laws/choose.ts';
import { drawExponential } from '@regulars/core/numeric';
import type { SimulatedStore } from '../simulated-agency.ts';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import type { Reaction, ReceivedMail } from './reaction.ts';
import { recommend } from './recommend.ts';
import { drawMood, reply } from './reply.ts';
import { useReward } from './use-reward.ts';
import { whenAwake } from './when-awake.ts';
import { tempers } from './temper.ts';

/**
 * What a customer does about a mail, ascending by `at`; most do nothing. The same store, person, template and day (UTC)
 * give the same reaction, whatever else was sent to whom.
 *
 * @example
 * ```ts
 * reactToMail(store, customer, { templateKey: 'check-in', sentAt });
 * // [{ kind: 'answersCheckIn', answer: 'great', at: 1795338000000 }]
 * ```
 */
export function reactToMail(
  store: SimulatedStore,
  customer: SimulatedCustomer,
  mail: ReceivedMail,
): readonly Reaction[] {
  const { templateKey, sentAt } = mail;
  const random = createRandom(store.seed)
    .fork(store.key)
    .fork(customer.key)
    .fork(templateKey)
    .fork(Math.floor(sentAt / dayMs));
  const temper = tempers[customer.temperament];
  const at = whenAwake(plus(sentAt, (0.15 + 5 * drawExponential(random)) * hourMs), store.timeZone);
  if (random.next() < temper.unsubscribes) return [{ kind: 'unsubscribes', at }];
  if (templateKey === 'check-in') return checkIn(store, customer, mail, random, at);
  if (templateKey === 'referral-invite' && random.next() < temper.recommends) {
    return [recommend(store, customer, random.fork('friend'), sentAt, at)];
  }
  if (templateKey === 'reward-issued' && random.next() < temper.usesReward) {
    return [useReward(store, customer, random.fork('reward'), at)];
  }
  if (random.next() >= temper.replies) return [];
  return [reply(store, customer, mail, random, drawMood(random, templateKey), at)];
}

function checkIn(
  store: SimulatedStore,
  customer: SimulatedCustomer,
  mail: ReceivedMail,
  random: Random,
  at: Instant,
): readonly Reaction[] {
  const { answersCheckIn, answers, explains } = tempers[customer.temperament];
  if (random.next() >= answersCheckIn) return [];
  const answer = choose(random, [
    ['great', answers.great],
    ['question', answers.question],
    ['problem', answers.problem],
  ]);
  const answered: Reaction = { kind: 'answersCheckIn', answer, at };
  const isExplained = random.next() < (answer === 'great' ? explains / 5 : explains);
  if (!isExplained) return [answered];
  const writesAt = plus(at, (3 + 4 * random.next()) * minuteMs);
  return [answered, reply(store, customer, mail, random, answer, writesAt)];
}
