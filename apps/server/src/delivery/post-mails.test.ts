import { describe, expect, it } from 'vitest';
import { AdapterError, type MailConnection, type SendOutcome } from '@regulars/adapter-contracts';
import { toInstant, type CustomerId, type EffectId } from '@regulars/core/shared';
import type { ClaimedMail } from './claim-mails.ts';
import { toAbout } from './mail-request.ts';
import { openPostLine } from './post-mails.ts';

const mails = Array.from({ length: 6 }, (_, index) => toMail(`mail-${index}` as EffectId));

function toMail(id: EffectId): ClaimedMail {
  const customerId = 'ada' as CustomerId;
  const address = { name: null, address: 'ada@buyer.test' };
  return {
    id,
    customerId,
    attempt: 0,
    about: toAbout(id, null),
    stored: {
      id,
      customerId,
      recipientKey: address.address,
      purpose: 'marketing',
      templateKey: 'check-in',
      templateVersion: 1,
      locale: 'en',
      message: {
        effectId: id,
        messageId: `${id}@shop.test`,
        from: address,
        replyTo: null,
        to: address,
        subject: 'How is it going?',
        html: '<p>How is it going?</p>',
        text: 'How is it going?',
        headers: {},
        sentAt: toInstant(Date.UTC(2026, 10, 22, 12)),
        tags: [],
      },
    },
  };
}

/** A provider whose answers the test gives. */
function openProvider() {
  const taken: string[] = [];
  const waiting: PromiseWithResolvers<SendOutcome>[] = [];
  const link: Pick<MailConnection, 'send'> = {
    send: ({ effectId }) => {
      taken.push(effectId);
      const answered = Promise.withResolvers<SendOutcome>();
      waiting.push(answered);
      return answered.promise;
    },
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const answer = async (error?: AdapterError) => {
    const next = waiting.shift();
    if (error === undefined) next?.resolve({ status: 'accepted', providerReference: null });
    else next?.reject(error);
    await settled();
  };
  return { link, taken, answer, settled };
}

const ids = (claimed: readonly ClaimedMail[]) => claimed.map(({ id }) => id);

describe('a line to the provider', () => {
  it('has so many mails in flight at once, over all groups, and no place stays free', async () => {
    const provider = openProvider();
    const postMails = openPostLine(provider.link, 2, () => false);
    const groups = [postMails(mails.slice(0, 3)), postMails(mails.slice(3))];
    await provider.settled();
    expect(provider.taken).toEqual(['mail-0', 'mail-1']);
    await provider.answer();
    await provider.answer();
    expect(provider.taken).toEqual(['mail-0', 'mail-1', 'mail-2', 'mail-3']);
    for (let left = 0; left < 4; left += 1) await provider.answer();
    expect((await Promise.all(groups)).map(({ posted }) => posted.length)).toEqual([3, 3]);
  });

  it('stops at the first answer that asks for a pause, and says what was not handed over', async () => {
    const provider = openProvider();
    const group = openPostLine(provider.link, 2, () => false)(mails);
    await provider.settled();
    await provider.answer(new AdapterError('Later.', { kind: 'rateLimited', outcome: 'notDone' }));
    await provider.answer();
    const { posted, unposted } = await group;
    expect(posted.map(({ result }) => result.kind)).toEqual(['failed', 'answered']);
    expect(ids(unposted)).toEqual(['mail-2', 'mail-3', 'mail-4', 'mail-5']);
  });

  it('begins no mail whose answer might come after the lease', async () => {
    const provider = openProvider();
    let isLate = false;
    const group = openPostLine(provider.link, 2, () => isLate)(mails);
    await provider.settled();
    isLate = true;
    await provider.answer();
    await provider.answer();
    expect(provider.taken).toEqual(['mail-0', 'mail-1']);
    expect(ids((await group).unposted)).toEqual(['mail-2', 'mail-3', 'mail-4', 'mail-5']);
  });

  describe('to a provider that takes many in one call', () => {
    const openBatches = (refuses: (ids: readonly string[]) => boolean = () => false) => {
      const calls: string[][] = [];
      const link: Pick<MailConnection, 'send' | 'batches'> = {
        send: async ({ effectId }) => {
          calls.push([effectId]);
          return refuses([effectId])
            ? { status: 'rejected', reason: 'recipient_invalid', detailCode: null }
            : { status: 'accepted', providerReference: null };
        },
        batches: {
          group: ([first, ...others]) => (first === undefined ? [] : [[first], others]),
          send: async (messages) => {
            const effectIds = messages.map(({ effectId }) => effectId);
            calls.push(effectIds);
            return refuses(effectIds) ? { status: 'refused' } : { status: 'accepted', providerReference: 'batch' };
          },
        },
      };
      return { link, calls };
    };

    it('sends together what goes together, and says of each what became of it', async () => {
      const { link, calls } = openBatches();
      const { posted, unposted } = await openPostLine(link, 2, () => false)(mails);
      expect(calls).toEqual([['mail-0'], ['mail-1', 'mail-2', 'mail-3', 'mail-4', 'mail-5']]);
      expect(posted.map(({ mail, result }) => [mail.id, result.kind])).toEqual(mails.map(({ id }) => [id, 'answered']));
      expect(unposted).toEqual([]);
    });

    it('finds the one at fault in a refused batch, and sends to all others', async () => {
      const { link, calls } = openBatches((effectIds) => effectIds.includes('mail-4'));
      const { posted } = await openPostLine(link, 1, () => false)(mails);
      expect(calls).toEqual([
        ['mail-0'],
        ['mail-1', 'mail-2', 'mail-3', 'mail-4', 'mail-5'],
        ['mail-1', 'mail-2', 'mail-3'],
        ['mail-4', 'mail-5'],
        ['mail-4'],
        ['mail-5'],
      ]);
      const rejected = posted.filter(
        ({ result }) => result.kind === 'answered' && result.outcome.status === 'rejected',
      );
      expect([posted.length, ids(rejected.map(({ mail }) => mail))]).toEqual([6, ['mail-4']]);
    });

    it('finds it, too, where the provider says no more than that something in the batch is wrong', async () => {
      const { link } = openBatches();
      const wrong = new AdapterError('Wrong.', { kind: 'invalid', outcome: 'notDone' });
      const batches = link.batches && { ...link.batches, send: () => Promise.reject(wrong) };
      const send: MailConnection['send'] = (message) =>
        message.effectId === 'mail-4' ? Promise.reject(wrong) : link.send(message);
      const { posted } = await openPostLine({ send, ...(batches && { batches }) }, 1, () => false)(mails);
      const failed = posted.filter(({ result }) => result.kind === 'failed');
      expect([posted.length, ids(failed.map(({ mail }) => mail))]).toEqual([6, ['mail-4']]);
    });

    it('knows of none of them where a batch was not answered', async () => {
      const { link } = openBatches();
      const lost = new AdapterError('Lost.', { kind: 'unavailable', outcome: 'unknown' });
      const batches = link.batches && { ...link.batches, send: () => Promise.reject(lost) };
      const { posted } = await openPostLine({ send: link.send, ...(batches && { batches }) }, 2, () => false)(mails);
      expect(posted.filter(({ result }) => result.kind === 'failed')).toHaveLength(5);
    });
  });
});
