import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, type CustomerId, type StoreId } from '@regulars/core/shared';
import { startMailProviders, type MailProviders } from '../../test-support/start-mail-providers.ts';
import { suppress } from './suppress.ts';

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
  providers.sink.clear();
  storeId = await world.openStore();
  ada = await world.addCustomer(storeId);
});
const useSmtp = () => providers.useSmtp(storeId);
const useMailgun = () => providers.useMailgun(storeId);
const sendAll = async () => {
  while ((await world.send.work(storeId)) > 0);
};
const forbid = (reason: 'unsubscribed' | 'complaint', email: string) =>
  world.inStore(storeId, (tx, now) =>
    suppress(tx, storeId, [{ recipientKey: email, customerId: null, reason, at: now, note: null }]),
  );
const kinds = async (customerId = ada) => (await world.eventsOf(storeId, customerId)).map(({ kind }) => kind);

describe('a due mail', () => {
  it('goes to the local mailbox where a store has no mail account', async () => {
    const id = await world.plan(storeId, ada);
    expect(await world.database.withStores([storeId], (tx) => world.send.listDueStores(tx))).toEqual([storeId]);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('accepted');
    expect(await world.mailbox(storeId)).toMatchObject([
      { id, subject: 'How is it going?', recipient: expect.stringContaining('Ada <ada-') },
    ]);
    expect(await world.eventsOf(storeId, ada)).toMatchObject([
      { kind: 'messageAccepted', data: { messageId: id, templateKey: 'check-in', purpose: 'marketing' } },
    ]);
  });

  it('for marketing carries the one-click headers, for an order it does not', async () => {
    const marketing = await world.plan(storeId, ada);
    const letter = await world.plan(storeId, ada, { templateKey: 'thank-you', purpose: 'transactional' });
    await sendAll();
    const mails = new Map((await world.mailbox(storeId)).map((mail) => [mail.id, mail]));
    const url = `https://mail.agency.test/u/${world.tokens.make(storeId, marketing)}`;
    expect(mails.get(marketing)).toMatchObject({
      headers: {
        'List-Unsubscribe': `<${url}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'List-Id': expect.stringContaining('.shop.test>'),
        'Feedback-ID': expect.stringMatching(/^check-in:shop-.+:marketing:regulars$/),
        'Message-ID': `<${marketing}@shop.test>`,
      },
      html: expect.stringContaining(url),
      text: expect.stringContaining(url),
    });
    expect(Object.keys(mails.get(letter)?.headers ?? {}).filter((name) => name.startsWith('List-'))).toEqual([]);
    expect(mails.get(letter)?.html).not.toContain('/u/');
    expect(mails.get(letter)?.text).toContain('Harbour 1, Amsterdam');
  });

  it('is written in the customer’s language', async () => {
    const jan = await world.addCustomer(storeId, { locale: 'nl-BE' });
    await world.plan(storeId, jan);
    await sendAll();
    expect((await world.mailbox(storeId))[0]?.subject).toBe('Hoe bevalt het?');
  });

  it('arrives by SMTP with both unsubscribe headers once', async () => {
    await useSmtp();
    const id = await world.plan(storeId, ada);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('accepted');
    expect(providers.sink.messages[0]?.raw.match(/^List-Unsubscribe(-Post)?:/gim)).toHaveLength(2);
    expect(providers.sink.messages[0]?.raw).toContain(`Message-ID: <${id}@shop.test>`);
  });

  it.each([
    ['who unsubscribed', 'marketing', { consent: 'unsubscribed' }, 'skipped: unsubscribed'],
    ['who never bought nor subscribed', 'marketing', { consent: 'unknown' }, 'skipped: no_consent'],
    ['who unsubscribed, about an order', 'transactional', { consent: 'unsubscribed' }, 'accepted'],
  ] as const)('to somebody %s is decided by consent', async (_who, purpose, customer, state) => {
    const bob = await world.addCustomer(storeId, customer);
    const id = await world.plan(storeId, bob, { purpose });
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe(state);
    expect(await kinds(bob)).toEqual([state === 'accepted' ? 'messageAccepted' : 'messageSkipped']);
  });

  it('is skipped for a suppressed address, whatever the consent', async () => {
    const bob = await world.addCustomer(storeId, { email: 'bob@buyer.test' });
    await forbid('unsubscribed', 'bob@buyer.test');
    const [marketing, letter] = [
      await world.plan(storeId, bob),
      await world.plan(storeId, bob, { purpose: 'transactional' }),
    ];
    await sendAll();
    expect([await world.stateOf(storeId, marketing), await world.stateOf(storeId, letter)]).toEqual([
      'skipped: unsubscribed',
      'accepted',
    ]);
    await forbid('complaint', 'bob@buyer.test');
    const after = await world.plan(storeId, bob, { purpose: 'transactional' });
    await sendAll();
    expect(await world.stateOf(storeId, after)).toBe('skipped: complaint');
  });

  it('is postponed in quiet hours, and goes in the morning', async () => {
    world.clock.shiftMs += 10 * hourMs;
    const id = await world.plan(storeId, ada);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('planned: quiet_hours');
    world.clock.shiftMs += 10 * hourMs + minuteMs;
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('accepted');
  });

  it('waits while its store is paused, and is skipped as stale when that lasted too long, but not when it tells of a reward', async () => {
    const id = await world.plan(storeId, ada);
    const notice = await world.plan(storeId, ada, { purpose: 'transactional' });
    const setPause = (isPaused: boolean) =>
      world.database.withDirectory((tx) =>
        sql`update store set paused_at = ${isPaused ? sql`now()` : null} where id = ${storeId}`.execute(tx),
      );
    await setPause(true);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('planned');
    world.clock.shiftMs += 2 * dayMs;
    await setPause(false);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('skipped: stale');
    expect(await world.stateOf(storeId, notice)).toBe('accepted');
  });

  it('without a template, or without a request, is told so and holds nobody up', async () => {
    const missing = await world.plan(storeId, ada, { templateKey: 'nowhere' });
    const unreadable = await world.plan(storeId, ada, { purpose: 'spam' as 'marketing' });
    const good = await world.plan(storeId, ada, { purpose: 'transactional' });
    await sendAll();
    expect(await Promise.all([missing, unreadable, good].map((id) => world.stateOf(storeId, id)))).toEqual([
      'skipped: template_missing',
      'rejected: mail.request_invalid',
      'accepted',
    ]);
  });
});

describe('the frequency cap', () => {
  it('lets one marketing mail through of several that are due at once', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => world.plan(storeId, ada)));
    await sendAll();
    const states = await Promise.all(ids.map((id) => world.stateOf(storeId, id)));
    expect(states.sort()).toEqual(['accepted', 'skipped: cap', 'skipped: cap']);
  });

  it('holds with many workers at once', async () => {
    const customers = await Promise.all(Array.from({ length: 12 }, () => world.addCustomer(storeId)));
    await Promise.all(customers.flatMap((customer) => [1, 2, 3, 4].map(() => world.plan(storeId, customer))));
    await Promise.all(Array.from({ length: 6 }, sendAll));
    for (const customer of customers) {
      expect((await kinds(customer)).sort()).toEqual([
        'messageAccepted',
        'messageSkipped',
        'messageSkipped',
        'messageSkipped',
      ]);
    }
    expect(await world.mailbox(storeId)).toHaveLength(12);
  });
});

describe('a mail that meets trouble', () => {
  it('with the network comes again later, the same bytes', async () => {
    await useSmtp();
    providers.sink.dropAtRcpt();
    const id = await world.plan(storeId, ada);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('planned: unavailable');
    const readBytes = () =>
      world.inStore(
        storeId,
        async (tx) =>
          (await sql`select html, text, subject, envelope, rendered_at from message where id = ${id}`.execute(tx)).rows,
      );
    const before = await readBytes();
    await world.inStore(storeId, (tx) => sql`update customer set first_name = 'Eve' where id = ${ada}`.execute(tx));
    world.clock.shiftMs += minuteMs + 1_000;
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('accepted');
    expect(await readBytes()).toEqual(before);
    expect(providers.sink.messages[0]?.raw).toContain('Hi Ada,');
  });

  it('with the recipient suppresses the dead address and tells it', async () => {
    await useSmtp();
    providers.sink.answer({ stage: 'RCPT', code: 550, text: '5.1.1 no such user' });
    const id = await world.plan(storeId, ada);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('rejected: recipient_invalid');
    expect(await kinds()).toEqual(['messageRejected', 'suppressed']);
    const again = await world.plan(storeId, ada, { purpose: 'transactional' });
    await sendAll();
    expect(await world.stateOf(storeId, again)).toBe('skipped: hard_bounce');
  });

  it('with policy blames nobody', async () => {
    await useSmtp();
    providers.sink.answer({ stage: 'RCPT', code: 550, text: '5.7.1 looks like spam' });
    const id = await world.plan(storeId, ada);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('rejected: policy');
    expect(await kinds()).toEqual(['messageRejected']);
  });

  it('with the account pauses the store’s mail, keeps what waits, and blames no recipient', async () => {
    const { id: connectionId } = await useSmtp();
    providers.sink.answer({ stage: 'MAIL', code: 530, text: '5.7.0 Must issue a STARTTLS command first' }, 20);
    const ids = [await world.plan(storeId, ada), await world.plan(storeId, await world.addCustomer(storeId))];
    await sendAll();
    expect(await Promise.all(ids.map((id) => world.stateOf(storeId, id)))).toEqual([
      'planned: misconfigured',
      'planned: misconfigured',
    ]);
    expect((await world.directory.findConnection(storeId, connectionId))?.pausedReason).toBe('mail.misconfigured');
    world.clock.shiftMs += hourMs;
    expect(await world.send.work(storeId)).toBe(0);
    providers.sink.clear();
    await world.database.withDirectory((tx) =>
      sql`update connection set paused_reason = null where id = ${connectionId}`.execute(tx),
    );
    await sendAll();
    expect(providers.sink.count).toBe(2);
  });

  it('with a limit waits as long as the provider asks', async () => {
    await useMailgun();
    providers.fake.fail(
      { kind: 'answerInstead', status: 429, body: '{"message":"limit exceeded, try again after 600 seconds"}' },
      { path: /messages$/ },
    );
    const id = await world.plan(storeId, ada);
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('planned: rateLimited');
    world.clock.shiftMs += 9 * minuteMs;
    expect(await world.send.work(storeId)).toBe(0);
    world.clock.shiftMs += 2 * minuteMs;
    await sendAll();
    expect(await world.stateOf(storeId, id)).toBe('accepted');
  });
});
