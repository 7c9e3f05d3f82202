import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeMailgun, startSmtpSink, type FakeMailgun, type SmtpSink } from '@regulars/adapter-testkit';
import { dayMs, minuteMs, type CustomerId, type StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';

let world: DeliveryWorld;
let sink: SmtpSink;
let fake: FakeMailgun;
let storeId: StoreId;
let ada: CustomerId;
beforeAll(async () => {
  [world, sink, fake] = [await startDeliveryWorld(), await startSmtpSink(), await startFakeMailgun()];
});
afterAll(async () => {
  await world.close();
  await Promise.all([sink.close(), fake.close()]);
});
beforeEach(async () => {
  await world.setNoon();
  storeId = await world.openStore();
  ada = await world.addCustomer(storeId);
});
const useSmtp = () =>
  world.connect(storeId, 'smtp', {
    host: sink.host,
    port: sink.port,
    secure: false,
    requireTls: false,
    user: null,
    password: null,
    dkim: null,
  });
const useMailgun = () =>
  world.connect(
    storeId,
    'mailgun',
    { apiKey: fake.apiKey, domain: fake.domain, region: 'eu', baseUrl: fake.url },
    fake.signingKey,
  );
const sendAll = async () => {
  while ((await world.send.work(storeId)) > 0);
};
const kinds = async (customerId = ada) => (await world.eventsOf(storeId, customerId)).map(({ kind }) => kind);

describe('a mail of which nobody knows whether it went', () => {
  const resolve = () => world.resolve.work(storeId);
  const loseAnswer = async (kind: 'resetAfter' | 'resetInstead') => {
    await useMailgun();
    fake.fail({ kind }, { path: /messages$/ });
    const id = await world.plan(storeId, ada);
    await sendAll();
    return id;
  };

  it('is looked up, and found', async () => {
    const before = fake.messages.length;
    const id = await loseAnswer('resetAfter');
    expect(await world.stateOf(storeId, id)).toBe('unknown: outcome_unknown');
    expect(await resolve()).toBe(0);
    world.clock.shiftMs += minuteMs + 1_000;
    expect(await resolve()).toBe(1);
    expect(await world.stateOf(storeId, id)).toBe('accepted');
    expect(await kinds()).toEqual(['messageAccepted']);
    expect(fake.messages.length).toBe(before + 1);
  });

  it('is sent once more, the same message, when the provider twice knew nothing of it', async () => {
    const before = fake.messages.length;
    const id = await loseAnswer('resetInstead');
    for (const passedMs of [61_000, 4 * minuteMs + 1_000]) {
      world.clock.shiftMs += passedMs;
      expect(await resolve()).toBe(1);
      expect(await world.stateOf(storeId, id)).toBe('unknown: outcome_unknown');
    }
    world.clock.shiftMs += 25 * minuteMs;
    expect(await resolve()).toBe(1);
    expect(await world.stateOf(storeId, id)).toBe('planned: sent_once_more');
    fake.fail({ kind: 'resetInstead' }, { path: /messages$/ });
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('unknown: outcome_unknown');
    for (const passedMs of [61_000, 4 * minuteMs + 1_000, 25 * minuteMs]) {
      world.clock.shiftMs += passedMs;
      await resolve();
    }
    expect(await world.stateOf(storeId, id)).toBe('unknown_final: outcome_unknown');
    expect(await kinds()).toEqual(['messageUnknown']);
    expect(fake.messages.length).toBe(before);
  });

  it('keeps its place under the cap', async () => {
    const id = await loseAnswer('resetInstead');
    const other = await world.plan(storeId, ada);
    await sendAll();
    expect([await world.stateOf(storeId, id), await world.stateOf(storeId, other)]).toEqual([
      'unknown: outcome_unknown',
      'skipped: cap',
    ]);
  });

  it('stays unknown for good where nobody can be asked, and is never sent again', async () => {
    await useSmtp();
    sink.dropAfterFinalDot();
    const id = await world.plan(storeId, ada);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('unknown_final: outcome_unknown');
    expect(await kinds()).toEqual(['messageUnknown']);
    world.clock.shiftMs += dayMs;
    await sendAll();
    expect(sink.count).toBe(1);
  });
});
