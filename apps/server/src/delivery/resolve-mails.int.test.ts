import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, minuteMs, type CustomerId, type StoreId } from '@regulars/core/shared';
import { startMailProviders, type MailProviders } from '../../test-support/start-mail-providers.ts';

let providers: MailProviders;
let world: MailProviders['world'];
let storeId: StoreId;
let ada: CustomerId;
beforeAll(async () => {
  providers = await startMailProviders();
  ({ world } = providers);
});
afterAll(() => providers.close());
beforeEach(async () => {
  await world.setNoon();
  storeId = await world.openStore();
  ada = await world.addCustomer(storeId);
});
const useSmtp = () => providers.useSmtp(storeId);
const useMailgun = () => providers.useMailgun(storeId);
const sendAll = async () => {
  while ((await world.send.work(storeId)) > 0);
};
const kinds = async (customerId = ada) => (await world.eventsOf(storeId, customerId)).map(({ kind }) => kind);

describe('a mail of which nobody knows whether it went', () => {
  const resolve = () => world.resolve.work(storeId);
  const loseAnswer = async (kind: 'resetAfter' | 'resetInstead') => {
    await useMailgun();
    providers.fake.fail({ kind }, { path: /messages$/ });
    const id = await world.plan(storeId, ada);
    await sendAll();
    return id;
  };

  it('is looked up, and found', async () => {
    const before = providers.fake.messages.length;
    const id = await loseAnswer('resetAfter');
    expect(await world.stateOf(storeId, id)).toBe('unknown: outcome_unknown');
    expect(await resolve()).toBe(0);
    world.clock.shiftMs += minuteMs + 1_000;
    expect(await resolve()).toBe(1);
    expect(await world.stateOf(storeId, id)).toBe('accepted');
    expect(await kinds()).toEqual(['messageAccepted']);
    expect(providers.fake.messages.length).toBe(before + 1);
  });

  it('is sent once more, the same message, when the provider twice knew nothing of it', async () => {
    const before = providers.fake.messages.length;
    const id = await loseAnswer('resetInstead');
    for (const passedMs of [61_000, 4 * minuteMs + 1_000]) {
      world.clock.shiftMs += passedMs;
      expect(await resolve()).toBe(1);
      expect(await world.stateOf(storeId, id)).toBe('unknown: outcome_unknown');
    }
    world.clock.shiftMs += 25 * minuteMs;
    expect(await resolve()).toBe(1);
    expect(await world.stateOf(storeId, id)).toBe('planned: sent_once_more');
    providers.fake.fail({ kind: 'resetInstead' }, { path: /messages$/ });
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('unknown: outcome_unknown');
    for (const passedMs of [61_000, 4 * minuteMs + 1_000, 25 * minuteMs]) {
      world.clock.shiftMs += passedMs;
      await resolve();
    }
    expect(await world.stateOf(storeId, id)).toBe('unknown_final: outcome_unknown');
    expect(await kinds()).toEqual(['messageUnknown']);
    expect(providers.fake.messages.length).toBe(before);
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
    providers.sink.dropAfterFinalDot();
    const id = await world.plan(storeId, ada);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('unknown_final: outcome_unknown');
    expect(await kinds()).toEqual(['messageUnknown']);
    world.clock.shiftMs += dayMs;
    await sendAll();
    expect(providers.sink.count).toBe(1);
  });
});
