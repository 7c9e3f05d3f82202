import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startFakeMailgun, type FakeMailgun } from '@regulars/adapter-testkit';
import { minuteMs, type EffectId, type StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';

const count = 25;
let world: DeliveryWorld;
let fake: FakeMailgun;
let storeId: StoreId;
let mails: readonly EffectId[];
beforeAll(async () => {
  world = await startDeliveryWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.setNoon();
  fake = await startFakeMailgun();
  storeId = await world.openStore();
  const config = { apiKey: fake.apiKey, domain: fake.domain, region: 'eu', baseUrl: fake.url };
  await world.connect(storeId, 'mailgun', config, fake.signingKey);
  mails = await planAll();
  return () => fake.close();
});

/** One letter each, to people with names of their own. */
async function planAll(): Promise<readonly EffectId[]> {
  const planned: EffectId[] = [];
  for (let index = 0; index < count; index += 1) {
    const customerId = await world.addCustomer(storeId, { email: `buyer-${index}@buyer.test` });
    planned.push(await world.plan(storeId, customerId));
  }
  return planned;
}
const states = async () => new Set(await Promise.all(mails.map((id) => world.stateOf(storeId, id))));
const sendings = () => fake.requests.filter(({ path }) => path.endsWith('/messages'));

test('letters of one template go in one call, and everybody gets their own, with their own way to unsubscribe', async () => {
  await world.send.work(storeId);
  expect(await states()).toEqual(new Set(['accepted']));
  expect([sendings().length, fake.messages.length]).toEqual([1, count]);
  const links = new Set(fake.messages.map(({ headers }) => headers['list-unsubscribe']));
  expect(links.size).toBe(count);
  for (const { html, text, subject, headers, variables } of fake.messages) {
    const kept = `/u/${world.tokens.make(storeId, variables['effect_id'] as EffectId)}`;
    expect(headers['list-unsubscribe']).toBe(`<${world.publicUrl}${kept}>`);
    expect(html).toContain(kept);
    expect(`${subject}${html}${text}`).not.toContain('%recipient');
  }
});

test('of a batch that nobody answered for, each letter is looked up by itself, and none is sent again', async () => {
  fake.fail({ kind: 'resetAfter' }, { method: 'POST', path: /\/messages$/ });
  await world.send.work(storeId);
  expect(await states()).toEqual(new Set(['unknown: outcome_unknown']));
  world.clock.shiftMs += minuteMs + 1_000;
  while ((await world.resolve.work(storeId)) > 0);
  expect(await states()).toEqual(new Set(['accepted']));
  expect([sendings().length, fake.messages.length]).toEqual([1, count]);
});

test('events that appear late are waited for: what is not there yet is not taken for lost', async () => {
  fake.delayEvents(60_000);
  fake.fail({ kind: 'resetAfter' }, { method: 'POST', path: /\/messages$/ });
  await world.send.work(storeId);
  world.clock.shiftMs += minuteMs + 1_000;
  while ((await world.resolve.work(storeId)) > 0);
  expect(await states()).toEqual(new Set(['unknown: outcome_unknown']));
  fake.delayEvents(0);
  world.clock.shiftMs += 5 * minuteMs;
  while ((await world.resolve.work(storeId)) > 0);
  expect(await states()).toEqual(new Set(['accepted']));
  expect(fake.messages).toHaveLength(count);
});

test('a batch that certainly was not taken goes again, once', async () => {
  const later = { kind: 'answerInstead', status: 429, body: '{"message":"try again after 1 seconds"}' } as const;
  fake.fail(later, { method: 'POST', path: /\/messages$/ });
  await world.send.work(storeId);
  expect(await states()).toEqual(new Set(['planned: rateLimited']));
  world.clock.shiftMs += 2 * minuteMs;
  await world.send.work(storeId);
  expect([sendings().length, fake.messages.length]).toEqual([2, count]);
});
