import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  minuteMs,
  type CustomerId,
  type EnrollmentId,
  type OrderId,
  type SequenceId,
  type StoreId,
} from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';
import { newId } from '../foundation/ids.ts';
import { changeStore } from '../stores/change-store.ts';
import type { MailFacts } from './mail-facts.ts';

/** Rooms to the right, as delivery sees them. */
const asked: string[] = [];
let rewardIsReady = true;
const referrals: MailFacts = {
  variables: ['referral.link'],
  collect: async (_tx, _storeId, mails) => {
    asked.push('referrals');
    return new Map(
      mails.map(({ effectId, customerId }) => [effectId, { referral: { link: `https://shop.test/r/${customerId}` } }]),
    );
  },
};
const rewards: MailFacts = {
  variables: ['reward.code', 'reward.description'],
  collect: async (_tx, _storeId, mails) => {
    asked.push('rewards');
    return new Map(
      mails.map(({ effectId, payload }) => [
        effectId,
        rewardIsReady
          ? {
              reward: {
                code: `CODE-${(payload as { rewardId: string }).rewardId}`,
                description: '10% off your next order',
                expires_on: '',
              },
            }
          : ('notReady' as const),
      ]),
    );
  },
};

let world: DeliveryWorld;
let storeId: StoreId;
let ada: CustomerId;
beforeAll(async () => {
  world = await startDeliveryWorld({ facts: [referrals, rewards] });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.setNoon();
  asked.length = 0;
  rewardIsReady = true;
  storeId = await world.openStore();
  ada = await world.addCustomer(storeId);
});
const texts = async () => (await world.mailbox(storeId)).map(({ text }) => text);

describe('a letter', () => {
  it('speaks of the order it is about', async () => {
    const orderId: OrderId = newId();
    const lineItems = ['Ethiopia, 250 g', 'Hand grinder', 'Ethiopia, 250 g'].map((name) => ({ name }));
    await world.inStore(storeId, (tx) =>
      sql`insert into orders (store_id, id, connection_id, external_id, number, customer_id, placed_at, received_at, source_updated_at, status, platform_status, currency, grand_minor, discount_minor, refunded_minor, model)
          values (${storeId}, ${orderId}, ${newId()}, '1042', '1042', ${ada}, now(), now(), now(), 'paid', 'processing', 'EUR', 1, 0, 0, ${JSON.stringify({ lineItems })}::jsonb)`.execute(
        tx,
      ),
    );
    await world.plan(storeId, ada, { templateKey: 'get-to-know', orderId });
    await world.plan(storeId, ada, { templateKey: 'thank-you', purpose: 'transactional', orderId });
    await world.send.work(storeId);
    const [first, second] = await world.mailbox(storeId);
    expect([first?.subject, second?.subject].sort()).toEqual([
      'Getting to know your Ethiopia, 250 g',
      'Thank you for your order',
    ]);
    expect((await texts()).join()).toContain('Your order 1042 just came in');
  });

  it('is signed and addressed as the store is when it is written', async () => {
    await world.plan(storeId, ada, { templateKey: 'get-to-know' });
    const sender = { name: 'Bea', role: 'roaster', email: 'bea@shop.test', replyTo: null };
    await changeStore(world, storeId, { name: 'Red Cup', sender, postalAddress: 'Red Cup, Quay 2' });
    await world.send.work(storeId);
    const [text] = await texts();
    expect(text).toMatch(/Bea\s+roaster, Red Cup/);
    expect(text).toContain('Red Cup · Quay 2');
  });

  it('borrows the words of other rooms, and asks only those whose words it has', async () => {
    await world.plan(storeId, ada, { templateKey: 'referral-invite' });
    await world.send.work(storeId);
    expect((await texts())[0]).toContain(`https://shop.test/r/${ada}`);
    expect(asked).toEqual(['referrals']);
  });

  it('hands a room what that room itself had planned', async () => {
    await world.plan(storeId, ada, { templateKey: 'reward-issued', purpose: 'transactional', rewardId: 'r-7' });
    await world.send.work(storeId);
    expect((await texts())[0]).toContain('CODE-r-7');
  });

  it('waits a minute for words that are not ready', async () => {
    rewardIsReady = false;
    const id = await world.plan(storeId, ada, {
      templateKey: 'reward-issued',
      purpose: 'transactional',
      rewardId: 'r-7',
    });
    await world.send.work(storeId);
    expect(await world.stateOf(storeId, id)).toBe('planned: facts_not_ready');
    rewardIsReady = true;
    world.clock.shiftMs += minuteMs + 1_000;
    await world.send.work(storeId);
    expect(await world.stateOf(storeId, id)).toBe('accepted');
  });
});

describe('a letter of a sequence', () => {
  async function enroll(sequenceState: 'live' | 'paused', status: 'active' | 'completed' | 'exited') {
    const [sequenceId, enrollmentId]: [SequenceId, EnrollmentId] = [newId(), newId()];
    await world.inStore(storeId, async (tx) => {
      await sql`insert into sequence (store_id, id, key, name, state) values (${storeId}, ${sequenceId}, ${sequenceId}, 'After an order', ${sequenceState})`.execute(
        tx,
      );
      await sql`insert into sequence_version (store_id, sequence_id, version, definition) values (${storeId}, ${sequenceId}, 1, '{}')`.execute(
        tx,
      );
      await sql`insert into enrollment (store_id, id, sequence_id, version, customer_id, entry_key, status, state)
                values (${storeId}, ${enrollmentId}, ${sequenceId}, 1, ${ada}, 'customer', ${status}, '{}')`.execute(
        tx,
      );
    });
    return { enrollmentId, sequenceId, sequenceKey: 'post-purchase', stepId: 'check-in', visit: 1 };
  }

  it.each([
    ['that runs', 'live', 'active', 'accepted'],
    ['that came to its end with this letter', 'live', 'completed', 'accepted'],
    ['that was left', 'live', 'exited', 'skipped: sequence_ended'],
    ['that is paused', 'paused', 'active', 'planned: sequence_paused'],
  ] as const)('%s is decided by that, at the claim', async (_which, sequenceState, status, expected) => {
    const id = await world.plan(storeId, ada, { enrollment: await enroll(sequenceState, status) });
    await world.send.work(storeId);
    expect(await world.stateOf(storeId, id)).toBe(expected);
  });

  it('tells on the timeline which step it was', async () => {
    const enrollment = await enroll('live', 'active');
    await world.plan(storeId, ada, { enrollment });
    await world.send.work(storeId);
    expect((await world.eventsOf(storeId, ada))[0]?.data).toMatchObject({
      enrollmentId: enrollment.enrollmentId,
      sequenceKey: 'post-purchase',
      stepId: 'check-in',
    });
  });
});
