import { dayMs, hourMs, parseInstant, toInstant, toIsoString, toLocalTime } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { chiSquareLimit, chiSquareScore } from '../../test-support/chi-square.ts';
import { scoreLimit, shareScore } from '../../test-support/share-score.ts';
import { archetypes } from '../archetypes/archetypes.ts';
import { simulateAgency } from '../simulate-agency.ts';
import type { SimulatedStore } from '../simulated-agency.ts';
import type { SimulatedCustomer, Temperament } from '../simulated-customer.ts';
import { reactToMail } from './react-to-mail.ts';
import type { Reaction } from './reaction.ts';
import { sayingsFor } from './replies.ts';
import { tempers } from './temper.ts';
import { whenAwake } from './when-awake.ts';

const at = (text: string) => parseInstant(text) ?? toInstant(0);
const plan = {
  seed: 3,
  stores: 3,
  customersPerStore: 1_200,
  from: at('2025-11-22T00:00:00Z'),
  until: at('2026-11-22T00:00:00Z'),
};
const { stores } = simulateAgency(plan);
const sentAt = at('2026-11-10T10:00:00Z');

/** What everybody does about a mail that all get at once. */
const askAll = (templateKey: string, asked: readonly SimulatedStore[] = stores) =>
  asked.flatMap((store) =>
    store.customers.map((customer) => ({
      store,
      customer,
      reactions: reactToMail(store, customer, { templateKey, sentAt }),
    })),
  );
const byMail = new Map(['thank-you', 'check-in', 'referral-invite'].map((key) => [key, askAll(key)]));
const reactionsTo = (templateKey: string, temperament?: Temperament) =>
  (byMail.get(templateKey) ?? []).filter(
    ({ customer }) => temperament === undefined || customer.temperament === temperament,
  );
const count = (all: readonly { reactions: readonly Reaction[] }[], isOne: (reaction: Reaction) => boolean) =>
  all.filter(({ reactions }) => reactions.some(isOne)).length;
const isUnsubscribing = ({ kind }: Reaction) => kind === 'unsubscribes';
const isAnswer = ({ kind }: Reaction) => kind === 'answersCheckIn';
const isReply = ({ kind }: Reaction) => kind === 'replies';
const isRecommendation = ({ kind }: Reaction) => kind === 'recommends';

test('the same person does the same about the same mail, however many customers the store has', () => {
  const few = simulateAgency({ ...plan, customersPerStore: 100 }).stores;
  for (const [index, store] of few.entries()) {
    const many = stores[index] as SimulatedStore;
    for (const [number, customer] of store.customers.entries()) {
      const mail = { templateKey: 'referral-invite', sentAt };
      expect(reactToMail(store, customer, mail)).toEqual(reactToMail(many, many.customers[number] ?? customer, mail));
    }
  }
});

test('another day and another mail may bring another reaction', () => {
  const [store] = stores as [SimulatedStore];
  const kinds = (templateKey: string, sent: number) =>
    store.customers.map((customer) =>
      reactToMail(store, customer, { templateKey, sentAt: toInstant(sent) }).map(({ kind }) => kind),
    );
  expect(kinds('check-in', sentAt)).not.toEqual(kinds('check-in', sentAt + 90 * dayMs));
  expect(kinds('thank-you', sentAt)).not.toEqual(kinds('get-to-know', sentAt));
});

test.each(Object.keys(tempers) as Temperament[])('the %s answer the check-in as their temper says', (temperament) => {
  const { answersCheckIn, answers, unsubscribes } = tempers[temperament];
  const all = reactionsTo('check-in', temperament);
  const answered = count(all, isAnswer);
  expect(shareScore(answered, all.length, answersCheckIn * (1 - unsubscribes))).toBeLessThan(scoreLimit);
  const total = answers.great + answers.question + answers.problem;
  const cells = (['great', 'question', 'problem'] as const).map((answer) => ({
    observed: count(all, (reaction) => reaction.kind === 'answersCheckIn' && reaction.answer === answer),
    expected: (answered * answers[answer]) / total,
  }));
  expect(chiSquareScore(cells)).toBeLessThan(chiSquareLimit);
});

test.each(Object.keys(tempers) as Temperament[])(
  'the %s leave, reply and recommend as their temper says',
  (temperament) => {
    const temper = tempers[temperament];
    const invited = reactionsTo('referral-invite', temperament);
    const stays = 1 - temper.unsubscribes;
    expect(shareScore(count(invited, isUnsubscribing), invited.length, temper.unsubscribes)).toBeLessThan(scoreLimit);
    const recommends = count(invited, isRecommendation);
    expect(shareScore(recommends, invited.length, stays * temper.recommends)).toBeLessThan(scoreLimit);
    const thanked = reactionsTo('thank-you', temperament);
    expect(shareScore(count(thanked, isReply), thanked.length, stays * temper.replies)).toBeLessThan(scoreLimit);
  },
);

test('only a check-in is answered as one, and only an invitation brings a friend', () => {
  expect(count(reactionsTo('thank-you'), isAnswer)).toBe(0);
  expect(count(reactionsTo('check-in'), isRecommendation)).toBe(0);
  expect(count(askAll('a-mail-of-the-store'), isReply)).toBeGreaterThan(0);
});

test('people write in their own language, of what the store sells, and what they answered', () => {
  for (const { store, customer, reactions } of reactionsTo('check-in')) {
    const answer = reactions.find((reaction) => reaction.kind === 'answersCheckIn');
    for (const reaction of reactions) {
      if (reaction.kind !== 'replies' || answer?.kind !== 'answersCheckIn') continue;
      const { category } = archetypes[store.archetype].items.find(({ id }) => id === lastBought(store, customer)) ?? {};
      expect(sayingsFor(customer.locale, store.archetype, answer.answer, category ?? null)).toContain(reaction.text);
    }
  }
});

function lastBought({ happenings }: SimulatedStore, { key }: SimulatedCustomer): string | null | undefined {
  const placed = happenings.filter(
    ({ kind, at, order }) => kind === 'orderPlaced' && at <= sentAt && order.customerKey === key,
  );
  return placed.at(-1)?.order.lineItems[0]?.productExternalId;
}

test('only who has beans writes of beans', () => {
  const ofBeans = sayingsFor('en', 'coffee', 'question', 'beans');
  const ofAnything = sayingsFor('en', 'coffee', 'question', 'brewing');
  expect(ofBeans.length).toBeGreaterThan(ofAnything.length);
  expect(ofBeans).toEqual(expect.arrayContaining([...ofAnything]));
  expect(sayingsFor('en', 'coffee', 'question', null)).toEqual(ofAnything);
});

test('of a parcel that has not come yet nobody complains', () => {
  const texts = reactionsTo('thank-you').flatMap(({ store, customer, reactions }) =>
    reactions.flatMap((reaction) => (reaction.kind === 'replies' ? [{ store, customer, text: reaction.text }] : [])),
  );
  expect(texts.length).toBeGreaterThan(50);
  for (const { store, customer, text } of texts) {
    expect(sayingsFor(customer.locale, store.archetype, 'problem', null)).not.toContain(text);
  }
});

test('who slept reacts in the morning, one after the other', () => {
  const night = [22.9, 23.1, 1, 3, 6.9, 7.1].map((hour) => toInstant(at('2026-01-10T00:00:00Z') + hour * hourMs));
  const awake = night.map((moment) => toIsoString(whenAwake(moment, 'UTC')).slice(11, 16));
  expect(awake).toEqual(['22:54', '07:01', '07:37', '08:15', '09:28', '07:06']);
});

test('nobody reacts before the mail came, nor while they sleep', () => {
  for (const { store, reactions } of [...reactionsTo('check-in'), ...reactionsTo('referral-invite')]) {
    for (const reaction of reactions) {
      const { minuteOfDay } = toLocalTime(reaction.at, store.timeZone);
      expect(reaction.at).toBeGreaterThan(sentAt);
      expect(minuteOfDay).toBeGreaterThanOrEqual(7 * 60);
      expect(minuteOfDay).toBeLessThan(23.5 * 60);
    }
  }
});

test('a friend claims, then orders, and can be simulated on like any other customer', () => {
  for (const { store, customer, reactions } of reactionsTo('referral-invite')) {
    for (const reaction of reactions) {
      if (reaction.kind !== 'recommends') continue;
      const { at, claimsAt, friend, order, happenings } = reaction;
      expect(claimsAt).toBeGreaterThan(at);
      expect(order.placedAt).toBeGreaterThan(claimsAt);
      expect(order.customer?.email).toBe(friend.email);
      expect(friend.advocateKey).toBe(customer.key);
      expect(friend.email).not.toBe(customer.email);
      expect(happenings[0]).toEqual({ kind: 'orderPlaced', at: order.placedAt, order });
      expect(store.currency).toBe(order.currency);
      expect(order.couponCodes).toEqual([]);
      expect(() => reactToMail(store, friend, { templateKey: 'check-in', sentAt: order.placedAt })).not.toThrow();
    }
  }
});

test('some recommend the store to themselves, and order within two minutes', () => {
  const friends = reactionsTo('referral-invite').flatMap(({ customer, reactions }) =>
    reactions.flatMap((reaction) => (reaction.kind === 'recommends' ? [{ customer, reaction }] : [])),
  );
  const selves = friends.filter(({ reaction }) => reaction.friend.fraud === 'selfReferral');
  expect(shareScore(selves.length, friends.length, 0.06)).toBeLessThan(scoreLimit);
  for (const { customer, reaction } of selves) {
    expect(reaction.friend.address).toEqual(customer.address);
    expect(reaction.order.placedAt - reaction.claimsAt).toBeLessThan(hourMs / 30);
  }
});

test('a reward is used some days later by as many as temper says, by an order without another discount', () => {
  const rewarded = askAll('reward-issued', stores.slice(0, 1)).filter(
    ({ customer }) => customer.temperament === 'quiet',
  );
  const used = rewarded.flatMap(({ customer, reactions }) =>
    reactions.flatMap((reaction) => (reaction.kind === 'usesReward' ? [{ customer, reaction }] : [])),
  );
  const { usesReward, unsubscribes } = tempers.quiet;
  expect(shareScore(used.length, rewarded.length, usesReward * (1 - unsubscribes))).toBeLessThan(scoreLimit);
  for (const { customer, reaction } of used) {
    const { order, happenings, at } = reaction;
    expect(order).toMatchObject({ customerKey: customer.key, placedAt: at, couponCodes: [], isRenewal: false });
    expect(order.totals.discountMinor).toBe(0);
    expect(happenings.every((happening) => happening.order.number === order.number)).toBe(true);
  }
  const known = new Set(stores.flatMap(({ happenings }) => happenings.map(({ order }) => order.number)));
  expect(used.some(({ reaction }) => known.has(reaction.order.number))).toBe(false);
});
