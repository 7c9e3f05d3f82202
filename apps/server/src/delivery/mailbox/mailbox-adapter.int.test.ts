import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdapterContext, MailConnection, OutgoingMessage } from '@regulars/adapter-contracts';
import { toInstant, type EffectId, type StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { newId } from '../../foundation/ids.ts';
import { createMailboxAdapter } from './mailbox-adapter.ts';
import { countUnread, findInMailbox, listMailbox, markRead } from './mailbox-repository.ts';

const context: AdapterContext = { timeoutMs: 1_000, allowPrivateNetwork: false };
let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

function open(): { storeId: StoreId; mailbox: MailConnection } {
  const storeId: StoreId = newId();
  return { storeId, mailbox: createMailboxAdapter(opened.database).connect({ storeId }, context) };
}
function letter(subject: string): OutgoingMessage {
  const effectId: EffectId = newId();
  return {
    effectId,
    messageId: `${effectId}@shop.test`,
    from: { name: 'Anna', address: 'anna@shop.test' },
    replyTo: { name: null, address: 'help@shop.test' },
    to: { name: null, address: 'ada@buyer.test' },
    subject,
    html: '<p>Hello</p>',
    text: 'Hello',
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    sentAt: toInstant(1_795_300_000_000),
    tags: [],
  };
}

describe('the local mailbox', () => {
  it('keeps a mail as its recipient would see it', async () => {
    const { storeId, mailbox } = open();
    const message = letter('Hi');
    await expect(mailbox.send(message)).resolves.toEqual({ status: 'accepted', providerReference: null });
    const found = await opened.database.withStore(storeId, (tx) => findInMailbox(tx, storeId, message.effectId));
    expect(found).toMatchObject({
      sender: 'Anna <anna@shop.test>',
      recipient: 'ada@buyer.test',
      subject: 'Hi',
      html: '<p>Hello</p>',
      headers: {
        'Message-ID': `<${message.messageId}>`,
        'Reply-To': 'help@shop.test',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
  });

  it('keeps the same mail once, and can be asked whether it has one', async () => {
    const { storeId, mailbox } = open();
    const message = letter('Hi');
    const query = {
      messageId: message.messageId,
      effectId: message.effectId,
      recipient: message.to.address,
      sentAt: message.sentAt,
    };
    await expect(mailbox.findMessage(query)).resolves.toBe('absent');
    await mailbox.send(message);
    await mailbox.send(message);
    await expect(mailbox.findMessage(query)).resolves.toBe('accepted');
    expect(
      await opened.database.withStore(storeId, (tx) => listMailbox(tx, storeId, { after: null, limit: 10 })),
    ).toHaveLength(1);
  });

  it('keeps many at once, those among them that it has already once', async () => {
    const { storeId, mailbox } = open();
    const letters = Array.from({ length: 250 }, (_, index) => letter(`Letter ${index}`));
    const groups = mailbox.batches?.group(letters) ?? [];
    expect(groups.flat()).toEqual(letters);
    expect(groups.every(({ length }) => length <= 100)).toBe(true);
    await mailbox.send(letter('Hi'));
    for (const group of [...groups, groups[0] ?? []]) {
      await expect(mailbox.batches?.send(group)).resolves.toEqual({ status: 'accepted', providerReference: null });
    }
    expect(
      await opened.database.withStore(storeId, (tx) => listMailbox(tx, storeId, { after: null, limit: 1_000 })),
    ).toHaveLength(251);
  });

  it('shows the newest first, page by page, and knows what was read', async () => {
    const { storeId, mailbox } = open();
    for (const subject of ['first', 'second', 'third']) await mailbox.send(letter(subject));
    const list = (after: Parameters<typeof listMailbox>[2]['after']) =>
      opened.database.withStore(storeId, (tx) => listMailbox(tx, storeId, { after, limit: 2 }));
    const page = await list(null);
    const last = page[1];
    if (last === undefined) throw new Error('The page is too short.');
    const rest = await list([last.receivedAt, last.id]);
    expect([...page, ...rest].map(({ subject }) => subject)).toEqual(['third', 'second', 'first']);
    const unread = () => opened.database.withStore(storeId, (tx) => countUnread(tx, storeId));
    expect(await unread()).toBe(3);
    await opened.database.withStore(storeId, (tx) => markRead(tx, storeId, last.id, true));
    expect(await unread()).toBe(2);
    await opened.database.withStore(storeId, (tx) => markRead(tx, storeId, last.id, false));
    expect(await unread()).toBe(3);
  });

  it('is each store’s own', async () => {
    const [one, other] = [open(), open()];
    const message = letter('Hi');
    await one.mailbox.send(message);
    expect(
      await opened.database.withStore(other.storeId, (tx) => findInMailbox(tx, other.storeId, message.effectId)),
    ).toBeNull();
  });
});
