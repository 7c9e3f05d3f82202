import { z } from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defineMailAdapter, type OutgoingMessage } from '@regulars/adapter-contracts';
import { minuteMs, type StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';
import { suppress } from './suppress.ts';

/** A provider that takes everything, one mail at a time, and lets the test act while it does. */
const taken: OutgoingMessage[] = [];
let meanwhile: (message: OutgoingMessage) => Promise<unknown> = () => Promise.resolve();
const provider = defineMailAdapter({
  id: 'slow-provider',
  displayName: 'Slow provider',
  capabilities: { resolution: 'lookup', deliveryEvents: false, concurrency: 1 },
  configSchema: z.unknown(),
  connect: () => ({
    checkAccess: () => Promise.resolve(),
    send: async (message) => {
      taken.push(message);
      await meanwhile(message);
      return { status: 'accepted', providerReference: null };
    },
    findMessage: ({ effectId }) =>
      Promise.resolve(taken.some((message) => message.effectId === effectId) ? 'accepted' : 'absent'),
    close: () => Promise.resolve(),
  }),
  receipts: null,
});

let world: DeliveryWorld;
let storeId: StoreId;
beforeAll(async () => {
  world = await startDeliveryWorld({ mail: [provider] });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.setNoon();
  taken.length = 0;
  meanwhile = () => Promise.resolve();
  storeId = await world.openStore();
  await world.connect(storeId, provider.id, {});
});

describe('between the claim and the network', () => {
  it('an unsubscription still stops a mail that waits for its turn', async () => {
    const emails = Array.from({ length: 24 }, (_, index) => `customer-${index}@buyer.test`);
    const customers = await Promise.all(emails.map((email) => world.addCustomer(storeId, { email })));
    const ids = await Promise.all(customers.map((customer) => world.plan(storeId, customer)));
    const unsubscribed = new Set<string>();
    meanwhile = async () => {
      // During the very first sending, everybody who has not been marked as being sent says no.
      const waiting = emails.filter((email) => !taken.some((message) => message.to.address === email));
      if (taken.length > 1) return;
      for (const email of waiting) unsubscribed.add(email);
      await world.inStore(storeId, (tx, now) =>
        suppress(
          tx,
          storeId,
          waiting.map((recipientKey) => ({
            recipientKey,
            customerId: null,
            reason: 'unsubscribed',
            at: now,
            note: null,
          })),
        ),
      );
    };
    await world.send.work(storeId);
    // Two groups of four at most were on their way already.
    expect(taken.length).toBeLessThanOrEqual(8);
    const states = await Promise.all(ids.map((id) => world.stateOf(storeId, id)));
    expect(states.filter((state) => state === 'skipped: unsubscribed')).toHaveLength(24 - taken.length);
    expect(states.filter((state) => state === 'accepted')).toHaveLength(taken.length);
    expect(unsubscribed.size).toBe(23);
  });

  it('a worker whose lease ran out writes nothing any more, and the mail is not sent twice', async () => {
    const ada = await world.addCustomer(storeId);
    const id = await world.plan(storeId, ada);
    meanwhile = async () => {
      world.clock.shiftMs += 2 * minuteMs;
      // Another worker finds the lease expired: perhaps sent, so it is looked up, not repeated.
      await world.send.work(storeId);
      await world.resolve.work(storeId);
    };
    await world.send.work(storeId);
    expect(await world.stateOf(storeId, id)).toBe('accepted');
    expect((await world.eventsOf(storeId, ada)).map(({ kind }) => kind)).toEqual(['messageAccepted']);
    expect(taken).toHaveLength(1);
  });
});
