import { describe, expect, it } from 'vitest';
import { classifyBounce } from './classify-bounce.ts';

describe('a refusal', () => {
  it.each([
    ['the code decides before the words', '552 5.2.2 No such user', 'mailboxFull', true, false],
    ['words fill in what the code leaves open', '550 5.0.0 Mailbox not found', 'noSuchMailbox', true, true],
    ['words may clear the address of a code’s blame', '552 5.1.1 Recipient over quota', 'mailboxFull', true, false],
    ['policy never blames the address', '550 5.7.1 No such user', 'policyOrReputation', true, false],
    ['policy anywhere is policy', "5.1.0 - error 550-'5.7.0 user unknown'", 'policyOrReputation', true, false],
    ['a temporary code outdoes a permanent one', '550 4.1.1 User unknown', 'noSuchMailbox', false, false],
    ['a temporary reply outdoes a permanent code', '450 5.1.1 User unknown', 'noSuchMailbox', false, false],
    ['a route’s trouble is not the address’', '550 5.4.1 User unknown', 'noSuchMailbox', true, false],
    [
      'the sender’s domain is not the recipient’s',
      '550 Sender rejected: domain not found',
      'policyOrReputation',
      true,
      false,
    ],
    ['nothing known is unknown, and blames nobody', '550 Computer says no', 'unknown', true, false],
    ['without a code nothing is for good', 'Something went wrong', 'unknown', false, false],
    ['an answer of somebody away is no refusal', 'I am out of the office until Monday', 'autoReply', false, false],
  ] as const)('%s', (_rule, text, kind, isPermanent, maySuppress) => {
    expect(classifyBounce({ text })).toMatchObject({ kind, isPermanent, maySuppress });
  });

  it('is read over several lines, behind the name of whoever said it', () => {
    const text =
      'smtp; 550-5.1.1 The email account that you tried to reach\r\n550-5.1.1 does not exist.\r\n550 5.1.1 - gsmtp';
    expect(classifyBounce({ text })).toEqual({
      kind: 'noSuchMailbox',
      isPermanent: true,
      maySuppress: true,
      statusCode: '5.1.1',
      replyCode: 550,
    });
  });

  it('takes the codes told apart from the text, and believes the text first', () => {
    expect(classifyBounce({ text: 'gone', replyCode: 550, statusCode: '5.1.1' })).toMatchObject({ maySuppress: true });
    expect(classifyBounce({ text: '550 5.2.2 full', statusCode: '5.1.1' })).toMatchObject({ kind: 'mailboxFull' });
    expect(classifyBounce({ text: '550 5.1.1 gone', statusCode: '5.7.1' })).toMatchObject({ maySuppress: false });
  });

  it('is not swayed by words within an address, nor by an IP that looks like a code', () => {
    expect(classifyBounce({ text: '550 no-such-user.mailbox-full@example.com said no' }).kind).toBe('unknown');
    expect(classifyBounce({ text: '550 Connection from 5.1.1.7 refused' }).statusCode).toBeNull();
  });

  it('of any length and any letters is read in no time', () => {
    for (const text of [
      '',
      '\0',
      'a'.repeat(1_000_000),
      '5'.repeat(100_000),
      'user '.repeat(100_000),
      '<@>'.repeat(50_000),
    ])
      expect(classifyBounce({ text }).maySuppress).toBe(false);
  });
});
