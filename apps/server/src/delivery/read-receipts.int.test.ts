import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeMailgun, toReceiptBody, type FakeMailgun, type ReceiptDraft } from '@regulars/adapter-testkit';
import { minuteMs, type ConnectionId, type CustomerId, type EffectId, type StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';
import { newId } from '../foundation/ids.ts';
import { insertDeliveries } from '../intake/insert-deliveries.ts';

let world: DeliveryWorld;
let fake: FakeMailgun;
let storeId: StoreId;
let connectionId: ConnectionId;
let ada: CustomerId;
let mail: EffectId;
beforeAll(async () => {
  [world, fake] = [await startDeliveryWorld(), await startFakeMailgun()];
});
afterAll(async () => {
  await world.close();
  await fake.close();
});
beforeEach(async () => {
  await world.setNoon();
  storeId = await world.openStore();
  ({ id: connectionId } = await world.connect(
    storeId,
    'mailgun',
    { apiKey: fake.apiKey, domain: fake.domain, region: 'eu', baseUrl: fake.url },
    fake.signingKey,
  ));
  ada = await world.addCustomer(storeId);
  mail = await world.plan(storeId, ada);
  await world.send.work(storeId);
});

/** Puts a webhook where intake keeps it: verified, not yet read. */
async function arrive(body: string): Promise<string> {
  const delivery = {
    storeId,
    id: newId(),
    connectionId,
    purpose: 'mail',
    adapterId: 'mailgun',
    topic: 'event',
    headers: {},
    body: Buffer.from(body),
  } as const;
  await insertDeliveries(world.database, [delivery]);
  return delivery.id;
}
const receipt = (event: string, fields: Partial<ReceiptDraft> = {}) =>
  arrive(
    toReceiptBody(
      { event, 'user-variables': { effect_id: mail }, recipient: 'ada@buyer.test', ...fields },
      { signingKey: fake.signingKey, token: newId(), timestampS: 1_795_300_000 },
    ),
  );
const kinds = async () => (await world.eventsOf(storeId, ada)).map(({ kind }) => kind);
const stateOfDelivery = async (id: string) => {
  const { rows } = await world.inStore(storeId, (tx) =>
    sql<{ state: string; reason: string | null }>`select state, reason from delivery where id = ${id}`.execute(tx),
  );
  return rows[0];
};

describe('a receipt', () => {
  it('stands on the customer’s timeline, once however often it comes', async () => {
    const fields = { id: 'event-1' };
    await receipt('delivered', fields);
    await receipt('delivered', fields);
    await world.receipts.work(storeId);
    await receipt('delivered', fields);
    await world.receipts.work(storeId);
    expect(await kinds()).toEqual(['messageAccepted', 'messageDelivered']);
    expect((await world.eventsOf(storeId, ada))[1]?.data).toMatchObject({ messageId: mail, templateKey: 'check-in' });
  });

  it.each([
    [
      'of a dead address suppresses it',
      'failed',
      { severity: 'permanent', reason: 'bounce', 'delivery-status': { code: 550, 'enhanced-code': '5.1.1' } },
      ['messageBounced', 'suppressed'],
      'skipped: hard_bounce',
    ],
    [
      'of a refusal by policy does not',
      'failed',
      { severity: 'permanent', reason: 'bounce', 'delivery-status': { code: 550, 'enhanced-code': '5.7.1' } },
      ['messageBounced'],
      'accepted',
    ],
    [
      'of policy that speaks of an unknown user does not either',
      'failed',
      {
        severity: 'permanent',
        reason: 'bounce',
        'delivery-status': { code: 550, message: '550 5.7.1 Recipient address rejected: User unknown' },
      },
      ['messageBounced'],
      'accepted',
    ],
    [
      'of a mailbox that is full for good does not',
      'failed',
      { severity: 'permanent', reason: 'bounce', 'delivery-status': { code: 552, 'enhanced-code': '5.2.2' } },
      ['messageBounced'],
      'accepted',
    ],
    [
      'of a temporary failure that the provider gave up on is no bounce',
      'failed',
      { severity: 'permanent', reason: 'old', 'delivery-status': { code: 450, message: '450 4.1.1 User unknown' } },
      ['messageExpired'],
      'accepted',
    ],
    [
      'of a full mailbox does not',
      'failed',
      { severity: 'temporary', reason: 'generic' },
      ['messageDeferred'],
      'accepted',
    ],
    ['of a complaint stops everything', 'complained', {}, ['messageComplained', 'suppressed'], 'skipped: complaint'],
    [
      'of an unsubscription at the provider spares mail about orders',
      'unsubscribed',
      {},
      ['messageUnsubscribed', 'unsubscribed'],
      'accepted',
    ],
  ] as const)('%s', async (_rule, event, fields, events, state) => {
    await receipt(event, fields);
    await world.receipts.work(storeId);
    expect((await kinds()).slice(1)).toEqual(events);
    const next = await world.plan(storeId, ada, { purpose: 'transactional' });
    await world.send.work(storeId);
    expect(await world.stateOf(storeId, next)).toBe(state);
  });

  it('says on the timeline why the mail came back', async () => {
    await receipt('failed', {
      severity: 'permanent',
      reason: 'bounce',
      'delivery-status': { code: 550, message: '550 5.2.1 The email account that you tried to reach is disabled' },
    });
    await world.receipts.work(storeId);
    expect((await world.eventsOf(storeId, ada))[1]).toMatchObject({
      kind: 'messageBounced',
      data: { isPermanent: true, bounceKind: 'mailboxDisabled', detailCode: '5.2.1' },
    });
  });

  it('clears up a mail of which nobody knew whether it went, without asking', async () => {
    const bob = await world.addCustomer(storeId);
    fake.fail({ kind: 'resetInstead' }, { path: /messages$/ });
    mail = await world.plan(storeId, bob);
    await world.send.work(storeId);
    await receipt('opened', { 'client-info': { bot: 'gmail' } });
    await world.receipts.work(storeId);
    world.clock.shiftMs += minuteMs + 1_000;
    await world.resolve.work(storeId);
    expect(await world.stateOf(storeId, mail)).toBe('accepted');
    expect((await world.eventsOf(storeId, bob)).map(({ kind, data }) => [kind, data['isMachine']])).toEqual([
      ['messageOpened', true],
      ['messageAccepted', undefined],
    ]);
  });

  it('of a message that is not ours changes nothing', async () => {
    const id = await receipt('complained', {
      'user-variables': {},
      message: { headers: { 'message-id': 'other@elsewhere.test' } },
    });
    await world.receipts.work(storeId);
    expect(await stateOfDelivery(id)).toMatchObject({ state: 'ignored', reason: 'receipt.message_unknown' });
    expect(await kinds()).toEqual(['messageAccepted']);
  });

  it('that cannot be read is kept, with the place that is wrong, and its neighbours are read', async () => {
    const id = await arrive('{"event-data":{"event":"delivered"}}');
    await receipt('delivered');
    await world.receipts.work(storeId);
    expect(await stateOfDelivery(id)).toMatchObject({ state: 'poison', reason: 'webhook.body_invalid' });
    expect(await kinds()).toEqual(['messageAccepted', 'messageDelivered']);
  });
});
