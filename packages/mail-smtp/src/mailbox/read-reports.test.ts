import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeImap, type FakeImap } from '@regulars/adapter-testkit';
import { ForbiddenAddressError, type AdapterContext, type MailReports } from '@regulars/adapter-contracts';
import { dayMs, plus, toInstant } from '@regulars/core/shared';
import { toBounceReport } from '../../test/bounce-report.ts';
import { exampleMessage } from '../../test/example-message.ts';
import { smtp } from '../smtp-adapter.ts';

const now = toInstant(Date.UTC(2026, 10, 22, 12));
let imap: FakeImap;
let reports: MailReports;
beforeEach(async () => {
  imap = await startFakeImap();
  reports = open();
});
afterEach(() => imap.close());

function open(mailbox: object = {}, context: Partial<AdapterContext> = {}, requireTls = false): MailReports {
  const { host, port, user, password } = imap;
  const bounceMailbox = { host, port, secure: false, user, password, ...mailbox };
  const config = smtp.configSchema.parse({ host: 'smtp.shop.test', requireTls, bounceMailbox });
  const connection = smtp.connect(config, { timeoutMs: 3_000, allowPrivateNetwork: true, ...context });
  if (connection.reports == null) throw new Error('A mailbox is configured.');
  return connection.reports;
}
const bounceOf = (id: number) => toBounceReport({ ...exampleMessage, messageId: `${id}@shop.test` });
const reply =
  'From: Ada <ada@buyer.test>\r\nTo: anna@shop.test\r\nSubject: Re: your order\r\n\r\nIt arrived, thank you!';

describe('the mailbox of reports', () => {
  it('tells of a bounce by the message it is about, at the time it came', async () => {
    imap.put(bounceOf(1), now - 60_000);
    const { receipts, hasMore } = await reports.read(null, now);
    expect(receipts).toMatchObject([
      {
        kind: 'bounced',
        messageId: '1@shop.test',
        recipient: exampleMessage.to.address,
        isPermanent: true,
        bounceKind: 'noSuchMailbox',
        detailCode: '5.1.1',
        at: now - 60_000,
      },
    ]);
    expect(hasMore).toBe(false);
  });

  it('passes a person’s answer over, and leaves all mail as it is, unread and undeleted', async () => {
    imap.put(reply, now);
    const { receipts, cursor } = await reports.read(null, now);
    expect([receipts, cursor]).toEqual([[], '1:1']);
    expect(
      imap.commands.filter((command) => /^(SELECT|UID STORE|STORE|EXPUNGE|UID MOVE|APPEND)/i.test(command)),
    ).toEqual([]);
    expect(imap.commands.some((command) => /BODY\[/.test(command))).toBe(false);
  });

  it('goes on behind what was read, in pages, and reads nothing twice', async () => {
    for (let id = 1; id <= 60; id += 1) imap.put(bounceOf(id), now);
    const first = await reports.read(null, now);
    expect([first.receipts.length, first.hasMore]).toEqual([50, true]);
    const second = await reports.read(first.cursor, now);
    expect([second.receipts.map(({ messageId }) => messageId)[0], second.receipts.length, second.hasMore]).toEqual([
      '51@shop.test',
      10,
      false,
    ]);
    expect((await reports.read(second.cursor, now)).receipts).toEqual([]);
    imap.put(bounceOf(61), now);
    expect((await reports.read(second.cursor, now)).receipts).toHaveLength(1);
  });

  it('reads a few days back where the mailbox is new to us, or numbered anew', async () => {
    imap.put(bounceOf(1), plus(now, -30 * dayMs));
    imap.put(bounceOf(2), plus(now, -dayMs));
    const { receipts, cursor } = await reports.read(null, now);
    expect(receipts.map(({ messageId }) => messageId)).toEqual(['2@shop.test']);
    imap.renumber();
    const again = await reports.read(cursor, now);
    expect(again.receipts.map(({ externalId }) => externalId)).toEqual(receipts.map(({ externalId }) => externalId));
    expect(again.cursor).toBe('2:2');
  });

  it('does not stumble over a mail that is none, nor over a huge one', async () => {
    imap.put('\0\r\n\r\n', now);
    imap.put(`${bounceOf(3)}${'x'.repeat(1_000_000)}`, now);
    expect((await reports.read(null, now)).receipts).toHaveLength(1);
  });

  it.each([
    ['a wrong password', () => open({ password: 'wrong-password' }), 'unauthenticated'],
    ['a folder that is not there', () => open({ folder: 'Bounces' }), 'misconfigured'],
    ['TLS that the server has not', () => open({}, {}, true), 'misconfigured'],
    ['TLS from the first byte where there is none', () => open({ secure: true }), 'misconfigured'],
    ['nobody who listens', () => open({ port: 9 }), 'unavailable'],
  ])('says so of %s, and tells no password', async (_, opened, kind) => {
    const error = await opened()
      .read(null, now)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AdapterError', kind, outcome: 'notDone' });
    expect(String(error)).not.toMatch(/password\b.*horse|bounces@/);
  });

  it('can be tried again where the connection broke off', async () => {
    imap.put(bounceOf(1), now);
    imap.dropAt('UID FETCH');
    await expect(reports.read(null, now)).rejects.toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
    expect((await reports.read(null, now)).receipts).toHaveLength(1);
  });

  it('is reached by the host’s socket, which keeps out of private networks', async () => {
    imap.put(bounceOf(1), now);
    const opened: string[] = [];
    const openSocket: NonNullable<AdapterContext['openSocket']> = async ({ host, port }) => {
      opened.push(`${host}:${port}`);
      return connect(imap.port, imap.host);
    };
    expect((await open({ host: 'imap.shop.test' }, { openSocket }).read(null, now)).receipts).toHaveLength(1);
    expect(opened).toEqual([`imap.shop.test:${imap.port}`]);
    const refused = open(
      {},
      { openSocket: () => Promise.reject(new ForbiddenAddressError('leads into a private network.')) },
    );
    await expect(refused.read(null, now)).rejects.toMatchObject({
      kind: 'misconfigured',
      message: 'bounceMailbox.host leads into a private network.',
    });
  });
});
