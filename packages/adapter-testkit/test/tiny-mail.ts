import { AdapterError, defineMailAdapter, type MailAdapter, type Receipt } from '@regulars/adapter-contracts';
import { fail, ok, toInstant } from '@regulars/core/shared';
import { z } from 'zod';
import type { MailHarness, MailUpstream, TakenMessage } from '../src/conformance/mail-harness.ts';
import { startHttpUpstream } from '../src/upstream/http-upstream.ts';
import { callTiny } from './tiny-call.ts';
import type { TinyConfig } from './tiny-shop.ts';
import { tinyWebhooks, verifyTiny } from './tiny-signature.ts';

const now = toInstant(1_795_300_000_000);
const wireReceipt = z.object({ id: z.string(), recipient: z.string() });

function toReceipt({ id, recipient }: { readonly id: string; readonly recipient: string }): Receipt {
  return {
    kind: 'delivered',
    externalId: id,
    at: now,
    recipient,
    messageId: null,
    effectId: null,
    isPermanent: false,
    bounceKind: null,
    isMachine: false,
    url: null,
    detailCode: null,
  };
}

/** The smallest mail adapter that keeps the whole contract. */
export const tinyMail: MailAdapter<TinyConfig> = defineMailAdapter({
  id: 'tiny-mail',
  displayName: 'Tiny Mail',
  capabilities: { resolution: 'lookup', deliveryEvents: true, concurrency: 1 },
  configSchema: z.object({ url: z.string(), key: z.string() }),
  connect: ({ url, key }, { timeoutMs }) => ({
    checkAccess: async () => {
      await callTiny(`${url}/messages/none`, key, 'GET', timeoutMs);
    },
    send: async ({ messageId, to, subject, headers }) => {
      try {
        await callTiny(`${url}/messages`, key, 'POST', timeoutMs, {
          messageId,
          to: to.address,
          headers: { ...headers, subject: subject.replace(/[\r\n]+/g, ' ') },
        });
      } catch (error) {
        if (error instanceof AdapterError && error.kind === 'invalid')
          return { status: 'rejected', reason: 'recipient_invalid', detailCode: null };
        throw error;
      }
      return { status: 'accepted', providerReference: null };
    },
    findMessage: async ({ messageId }) =>
      (await callTiny(`${url}/messages/${messageId}`, key, 'GET', timeoutMs)) === null ? 'absent' : 'accepted',
    close: async () => undefined,
  }),
  receipts: {
    verifyWebhook: verifyTiny,
    parseWebhook: ({ body }) => {
      try {
        const read = wireReceipt.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
        if (read.success) return ok([toReceipt(read.data)]);
      } catch {
        // Told below, like any other body that is no receipt.
      }
      return fail({ code: 'tiny.invalid', path: '', message: 'This is no receipt.' });
    },
  },
});

async function startTinyMail(): Promise<MailUpstream<TinyConfig>> {
  const taken: TakenMessage[] = [];
  const key = 'key-of-tiny-mail';
  const upstream = await startHttpUpstream(({ method, path, headers, body }) => {
    if (headers['x-key'] !== key) return { status: 401 };
    if (method === 'GET')
      return {
        status: 200,
        body: JSON.stringify(taken.find(({ messageId }) => messageId === path.split('/')[2]) ?? null),
      };
    const message = JSON.parse(body.toString('utf8')) as {
      messageId: string;
      to: string;
      headers: Record<string, string>;
    };
    const lowerCase = Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    taken.push({ messageId: message.messageId, recipients: [message.to], headers: lowerCase });
    return { status: 200, body: '{}' };
  });
  const post = { method: 'POST' };
  return {
    config: { url: upstream.url, key },
    wrongConfig: { url: upstream.url, key: 'wrong-key-of-tiny-mail' },
    secrets: [key, 'wrong-key-of-tiny-mail'],
    listTaken: () => taken,
    loseNextAnswer: () => upstream.fail({ kind: 'resetAfter' }, post),
    refuseNextConnection: () => upstream.fail({ kind: 'resetInstead' }, post),
    refuseNextRecipient: () => upstream.fail({ kind: 'answerInstead', status: 400 }, post),
    limitNext: () => upstream.fail({ kind: 'answerInstead', status: 429 }, post),
    close: upstream.close,
  };
}

export function tinyMailHarness(adapter: MailAdapter<TinyConfig>): MailHarness<TinyConfig> {
  const receipt = (id: string): { topic: string; body: string } => ({
    topic: 'delivered',
    body: JSON.stringify({ id, recipient: 'ada@buyer.test' }),
  });
  return {
    adapter,
    config: { url: 'http://127.0.0.1:9', key: 'k' },
    startUpstream: startTinyMail,
    receipts: tinyWebhooks([receipt('1'), receipt('2')], now),
  };
}
