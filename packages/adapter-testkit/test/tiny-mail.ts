import {
  AdapterError,
  defineMailAdapter,
  type MailAdapter,
  type MailReports,
  type MailSuppressions,
  type OutgoingMessage,
  type Receipt,
} from '@regulars/adapter-contracts';
import { fail, ok, toInstant } from '@regulars/core/shared';
import { z } from 'zod';
import type { MailHarness } from '../src/conformance/mail-harness.ts';
import { callTiny } from './tiny-call.ts';
import { startTinyMail } from './tiny-mail-server.ts';
import type { TinyConfig } from './tiny-shop.ts';
import { tinyWebhooks, verifyTiny } from './tiny-signature.ts';

const now = toInstant(1_795_300_000_000);
const most = 5;
const wireReceipt = z.object({ id: z.string(), recipient: z.string() });
const wireSuppression = z.object({
  address: z.string(),
  reason: z.enum(['unsubscribed', 'hard_bounce', 'complaint']),
  at: z.number().transform(toInstant),
});

/** Calls one path of the provider. */
type Call = (method: string, path: string, body?: object) => Promise<unknown>;

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

function toWire({ messageId, to, subject, headers }: OutgoingMessage): object {
  return { messageId, to: to.address, headers: { ...headers, subject: subject.replace(/[\r\n]+/g, ' ') } };
}

/** One after the other, but no address twice in a group. */
function group(messages: readonly OutgoingMessage[]): readonly (readonly OutgoingMessage[])[] {
  const groups: OutgoingMessage[][] = [];
  for (const message of messages) {
    const last = groups.at(-1) ?? [];
    const hasRoom = last.length > 0 && last.length < most && last.every(({ to }) => to.address !== message.to.address);
    if (hasRoom) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

async function isTaken(call: Call, body: object): Promise<boolean> {
  try {
    await call('POST', 'messages', body);
  } catch (error) {
    if (error instanceof AdapterError && error.kind === 'invalid') return false;
    throw error;
  }
  return true;
}

function toSuppressions(call: Call): MailSuppressions {
  const pathOf = (address: string, reason: string) => `suppressions/${encodeURIComponent(`${reason} ${address}`)}`;
  return {
    list: async () => ({
      suppressions: z.array(wireSuppression).parse(await call('GET', 'suppressions')),
      nextCursor: null,
    }),
    add: async (each) => {
      await call('PUT', pathOf(each.address, each.reason), each);
    },
    remove: async ({ address, reason }) => {
      await call('DELETE', pathOf(address, reason));
    },
  };
}

function toReports(call: Call): MailReports {
  return {
    read: async (cursor) => {
      const after = Number(cursor ?? '0');
      const found = z.array(z.string()).parse(await call('GET', `reports?after=${after}`));
      const receipts = found.map((messageId, index): Receipt => {
        const receipt = toReceipt({ id: `report-${after + index}`, recipient: 'ada@buyer.test' });
        return { ...receipt, kind: 'bounced', messageId, isPermanent: true, bounceKind: 'unknown' };
      });
      return { receipts, cursor: String(after + found.length), hasMore: false };
    },
  };
}

/** The smallest mail adapter that keeps the whole contract. */
export const tinyMail: MailAdapter<TinyConfig> = defineMailAdapter({
  id: 'tiny-mail',
  displayName: 'Tiny Mail',
  capabilities: {
    resolution: 'lookup',
    deliveryEvents: true,
    concurrency: 1,
    batch: { most },
    suppressions: true,
    reports: true,
  },
  configSchema: z.object({ url: z.string(), key: z.string() }),
  connect: ({ url, key }, { timeoutMs }) => {
    const call: Call = (method, path, body) => callTiny(`${url}/${path}`, key, method, timeoutMs, body);
    return {
      checkAccess: async () => {
        await call('GET', 'messages/none');
      },
      send: async (message) =>
        (await isTaken(call, toWire(message)))
          ? { status: 'accepted', providerReference: null }
          : { status: 'rejected', reason: 'recipient_invalid', detailCode: null },
      findMessage: async ({ messageId }) =>
        (await call('GET', `messages/${messageId}`)) === null ? 'absent' : 'accepted',
      batches: {
        group,
        send: async (messages) =>
          (await isTaken(call, messages.map(toWire)))
            ? { status: 'accepted', providerReference: null }
            : { status: 'refused' },
      },
      suppressions: toSuppressions(call),
      reports: toReports(call),
      close: async () => undefined,
    };
  },
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
