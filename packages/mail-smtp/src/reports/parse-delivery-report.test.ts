import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toInstant } from '@regulars/core/shared';
import { parseDeliveryReport } from './parse-delivery-report.ts';
import { toReceipts } from './to-receipts.ts';

const folder = new URL('../../test/reports/', import.meta.url);
const read = (name: string) => readFileSync(new URL(`${name}.eml`, folder));
const at = toInstant(1_795_300_000_000);

/** What each mail says: of which message, and of whom what. */
const reports: Readonly<Record<string, readonly [messageId: string | null, ...recipients: readonly object[]]>> = {
  'sendmail-orange': [
    '20FA40A8-4F88-4453-953D-B7038769D040@example.co.jp',
    {
      recipient: 'pseudo-local-part-kijitora-nyaaan@orange.fr',
      kind: 'bounced',
      bounceKind: 'noSuchMailbox',
      isPermanent: true,
    },
  ],
  // sendmail calls the recipient unknown where Microsoft refused the sender.
  'sendmail-microsoft': [
    '00000000000000000000000000000000000000000000000@example.net',
    { recipient: 'kijitora@example.com', kind: 'bounced', bounceKind: 'policyOrReputation', isPermanent: false },
  ],
  gmail: [
    '00222222-2222-2222-2222-FF00FFFF0000@example.jp',
    { recipient: 'kijitora@example.de', kind: 'bounced', bounceKind: 'noSuchMailbox', isPermanent: true },
  ],
  'gmail-2014': [
    'D992C2C3-F175-4C4D-97E2-53A90E4E5BF5@gmail.com',
    { recipient: 'userunknown@example.jp', kind: 'bounced', bounceKind: 'noSuchMailbox', isPermanent: true },
  ],
  qmail: [
    '000000000.9999999999999.JavaMail.postmaster@mailhub',
    { recipient: 'kijitora@example.ne.jp', kind: 'bounced', bounceKind: 'noSuchMailbox', isPermanent: true },
  ],
  exim: [
    '22222222-2222-2222-2222-222222222222@example.de',
    { recipient: 'kijitora@exmaple.ch', kind: 'bounced', bounceKind: 'policyOrReputation', isPermanent: false },
  ],
  'exchange-5.5': [
    null,
    { recipient: 'kijitora@example.jp', kind: 'bounced', bounceKind: 'noSuchMailbox', isPermanent: true },
  ],
  'exchange-2007': [
    '20100629141825.BC9AC16586D3@server4.example.co.uk',
    { recipient: 'john.smith@eu.a.b.c', kind: 'bounced', bounceKind: 'contentTooLarge', isPermanent: false },
  ],
  opensmtpd: [
    null,
    {
      recipient: 'apdugoaidugoaidugoaeiudggadi@gmail.com',
      kind: 'bounced',
      bounceKind: 'noSuchMailbox',
      isPermanent: true,
    },
  ],
  postfix: [
    '0193a1f2-0000-7000-8000-000000000001@shop.example',
    {
      recipient: 'gone@example.test',
      kind: 'bounced',
      bounceKind: 'noSuchMailbox',
      isPermanent: true,
      detailCode: '5.1.1',
    },
    {
      recipient: 'full@example.test',
      kind: 'expired',
      bounceKind: 'mailboxFull',
      isPermanent: false,
      detailCode: '4.2.2',
    },
  ],
  'postfix-delayed': [
    '0193a1f2-0000-7000-8000-000000000001@shop.example',
    { recipient: 'full@example.test', kind: 'deferred', bounceKind: 'mailboxFull', isPermanent: false },
  ],
};

describe('a mail that came back', () => {
  it.each(Object.entries(reports))(
    'from %s tells of which message, whom, and why',
    async (name, [messageId, ...recipients]) => {
      const report = await parseDeliveryReport(read(name));
      expect(report?.messageId).toBe(messageId);
      expect(report === null ? [] : toReceipts(report, at)).toMatchObject(
        recipients.map((each) => ({ ...each, messageId })),
      );
      expect(report?.recipients).toHaveLength(recipients.length);
    },
  );

  it('is in the table for every report there is', () => {
    const names = readdirSync(folder).flatMap((name) => (name.endsWith('.eml') ? [name.slice(0, -4)] : []));
    expect([...Object.keys(reports), 'away'].sort()).toEqual(names.sort());
  });

  it('read twice, or with other line ends, is the same news', async () => {
    const lines = read('postfix').toString();
    const [once, twice] = await Promise.all([lines, lines.replace(/\n/g, '\r\n')].map(parseDeliveryReport));
    expect(twice).toEqual(once);
    expect(toReceipts(once!, at)).toEqual(toReceipts(twice!, at));
  });
});

describe('a mail that is no report', () => {
  it.each([
    ['somebody who is away', read('away').toString()],
    [
      'a person who quotes a report',
      read('qmail')
        .toString()
        .replace('Return-Path: <>', 'Return-Path: <ada@buyer.test>')
        .replace('MAILER-DAEMON@mx4', 'ada@buyer'),
    ],
    ['a letter', 'From: ada@buyer.test\nSubject: Hello\n\nThank you!\n'],
    ['nothing', ''],
  ])('%s is none', async (_case, raw) => {
    await expect(parseDeliveryReport(raw)).resolves.toBeNull();
  });
});
