import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeImap, startSmtpSink, type FakeImap, type SmtpSink } from '@regulars/adapter-testkit';
import { hourMs, minuteMs, type CustomerId, type EffectId, type StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../../test-support/start-delivery-world.ts';
import { listStoresToPull } from '../mail-pulls.ts';
import { listUnreadMailboxes } from './list-unread-mailboxes.ts';

let world: DeliveryWorld;
let sink: SmtpSink;
let imap: FakeImap;
let storeId: StoreId;
let ada: CustomerId;
let mail: EffectId;
beforeAll(async () => {
  world = await startDeliveryWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.setNoon();
  [sink, imap] = [await startSmtpSink(), await startFakeImap()];
  storeId = await world.openStore();
  await connectMailbox(imap, imap.password);
  ada = await world.addCustomer(storeId, { email: 'ada@buyer.test' });
  mail = await world.plan(storeId, ada);
  await world.send.work(storeId);
  return async () => {
    await sink.close();
    await imap.close();
  };
});

const connectMailbox = ({ host, port, user }: FakeImap, password: string) =>
  world.connect(storeId, 'smtp', {
    host: sink.host,
    port: sink.port,
    requireTls: false,
    bounceMailbox: { host, port, secure: false, user, password },
  });

/** What a server says of a message: in the words of qmail, without the message's id where it is left out. */
const report = (said: string, messageId: string | null) =>
  [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.buyer.test',
    'To: anna@shop.test',
    'Subject: failure notice',
    '',
    'Hi. This is the qmail-send program at mx.buyer.test.',
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    '',
    '<ada@buyer.test>:',
    said,
    '',
    ...(messageId === null ? [] : ['--- Below this line is a copy of the message.', '', `Message-ID: <${messageId}>`]),
    '',
  ].join('\r\n');
const sentId = () => /^message-id: <(.*)>/im.exec(sink.messages.at(-1)?.raw ?? '')?.[1] ?? 'missing';
const put = async (raw: string) => imap.put(raw, await world.now());
const read = async () => {
  while ((await isDue()) && (await world.reports.work(storeId)) > 0);
};
const isDue = async () =>
  (await world.database.withStores([storeId], (tx) => listStoresToPull(tx, 'reports'))).length > 0;
const kinds = async () => (await world.eventsOf(storeId, ada)).map(({ kind }) => kind);
const dead = '550 5.1.1 The email account that you tried to reach does not exist.';

describe('a report that came back to the mailbox', () => {
  it('of a dead address suppresses it, and the next letter is not written', async () => {
    await put(report(dead, sentId()));
    await read();
    expect(await kinds()).toEqual(['messageAccepted', 'messageBounced', 'suppressed']);
    world.clock.shiftMs += 48 * hourMs;
    const next = await world.plan(storeId, ada, { purpose: 'transactional' });
    await world.send.work(storeId);
    expect(await world.stateOf(storeId, next)).toBe('skipped: hard_bounce');
  });

  it('of a refusal by policy, or of a delay, blames nobody', async () => {
    await put(report('550 5.7.1 Message rejected as spam by content filtering.', sentId()));
    await put(report('452 4.2.2 The mailbox is over quota.', sentId()));
    await read();
    expect((await kinds()).includes('suppressed')).toBe(false);
    expect((await kinds()).slice(1).toSorted()).toEqual(['messageBounced', 'messageExpired']);
  });

  it('is told once, though the mailbox is numbered anew and read again', async () => {
    await put(report(dead, sentId()));
    await read();
    imap.renumber();
    world.clock.shiftMs += 5 * minuteMs;
    await read();
    expect(imap.commands.filter((command) => command.startsWith('UID FETCH'))).toHaveLength(2);
    expect((await kinds()).filter((kind) => kind === 'messageBounced')).toHaveLength(1);
  });

  it('that names no message is taken to be about the last letter to whom it names', async () => {
    await put(report(dead, null));
    await read();
    expect((await world.eventsOf(storeId, ada)).find(({ kind }) => kind === 'messageBounced')?.data).toMatchObject({
      messageId: mail,
    });
  });

  it('about somebody else’s mail, and a person’s answer, are let lie', async () => {
    await put(report(dead, '01930000-0000-7000-8000-0000000000ff@shop.test'));
    await put('From: Ada <ada@buyer.test>\r\nSubject: Re: How is it going?\r\n\r\nVery well!');
    await read();
    expect(await kinds()).toEqual(['messageAccepted']);
  });
});

describe('a mailbox that does not open', () => {
  it('is tried again later, holds no mail up, and nothing in it is missed', async () => {
    await put(report(dead, sentId()));
    imap.dropAt('EXAMINE');
    await read();
    expect([await kinds(), await isDue()]).toEqual([['messageAccepted'], false]);
    const { rows } = await world.inStore(storeId, (tx) =>
      sql<{ failure: string }>`select failure from mail_pull where kind = 'reports'`.execute(tx),
    );
    expect(rows).toEqual([{ failure: 'unavailable' }]);
    world.clock.shiftMs += 15 * minuteMs;
    await read();
    expect(await kinds()).toContain('messageBounced');
  });

  it('is told of at once where it refuses, and after hours where it is only out of reach', async () => {
    const told = () => world.database.withStores([storeId], listUnreadMailboxes);
    imap.dropAt('EXAMINE');
    await read();
    expect(await told()).toEqual([]);
    world.clock.shiftMs += 7 * hourMs;
    imap.dropAt('EXAMINE');
    await read();
    expect(await told()).toMatchObject([{ storeId, failure: 'unavailable' }]);
    world.clock.shiftMs += 15 * minuteMs;
    await read();
    expect(await told()).toEqual([]);
    await world.inStore(storeId, (tx) => sql`delete from connection where store_id = ${storeId}`.execute(tx));
    await connectMailbox(imap, 'wrong-password');
    world.clock.shiftMs += 5 * minuteMs;
    await read();
    expect(await told()).toMatchObject([{ storeId, failure: 'unauthenticated' }]);
  });
});
