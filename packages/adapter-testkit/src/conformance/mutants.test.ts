import { AdapterError, type MailAdapter, type MailConnection } from '@regulars/adapter-contracts';
import { describe, expect, test } from 'vitest';
import { findFault, listBroken, shopCalling, shopWith, type Shop } from '../../test/mutants.ts';
import { tinyMail, tinyMailHarness } from '../../test/tiny-mail.ts';
import { tinyShop, tinyShopHarness, type TinyConfig } from '../../test/tiny-shop.ts';
import { mailClauses } from './mail-clauses.ts';
import { platformClauses } from './platform-clauses.ts';

type Mail = MailAdapter<TinyConfig>;

function mailCalling(change: (connection: MailConnection) => Partial<MailConnection>): Mail {
  return {
    ...tinyMail,
    connect: (config, context) => {
      const connection = tinyMail.connect(config, context);
      return { ...connection, ...change(connection) };
    },
  };
}

test('every clause has an id of its own', () => {
  for (const clauses of [platformClauses(tinyShopHarness(tinyShop)), mailClauses(tinyMailHarness(tinyMail))]) {
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
  }
});

test('an adapter that keeps the contract breaks no clause', async () => {
  expect(await listBroken(platformClauses(tinyShopHarness(tinyShop)))).toEqual([]);
  expect(await listBroken(mailClauses(tinyMailHarness(tinyMail)))).toEqual([]);
});

const parseTiny = tinyShop.parseWebhook;

const shopMutants: readonly (readonly [mutant: string, breaks: string, adapter: Shop])[] = [
  [
    'believes every signature',
    'webhook.wrong_secret_refused',
    shopWith({
      verifyWebhook: ({ body, headers }) => ({
        kind: 'verified',
        webhook: { topic: headers['x-tiny-topic'] ?? '', dedupeKey: String(body), headers: {}, body },
      }),
    }),
  ],
  [
    'signs with an empty secret too',
    'webhook.empty_secret_refused',
    shopWith({
      verifyWebhook: (request, { secrets }, now) =>
        secrets.includes('')
          ? { kind: 'verified', webhook: { topic: '', dedupeKey: '', headers: {}, body: request.body } }
          : tinyShop.verifyWebhook(request, { secrets }, now),
    }),
  ],
  [
    'throws at a body that is cut off',
    'webhook.truncated_rejected',
    shopWith({
      parseWebhook: (webhook, config) =>
        JSON.parse(Buffer.from(webhook.body).toString('utf8')) === undefined
          ? parseTiny(webhook, config)
          : parseTiny(webhook, config),
    }),
  ],
  [
    'counts money in fractions',
    'order.money_whole',
    shopWith({
      parseWebhook: (webhook, config) => {
        const parsed = parseTiny(webhook, config);
        if (!parsed.ok) return parsed;
        return {
          ok: true,
          value: parsed.value.map((event) =>
            event.kind === 'orderUpserted'
              ? { ...event, order: { ...event.order, totals: { ...event.order.totals, grandMinor: 19.9 } } }
              : event,
          ),
        };
      },
    }),
  ],
  [
    'says that nothing was done when the answer was lost',
    'outcome.lost_answer_unknown',
    shopCalling(({ createDiscountCode }) => ({
      createDiscountCode: (wish) =>
        createDiscountCode(wish).catch((error: unknown) =>
          Promise.reject(
            error instanceof AdapterError && error.kind === 'unavailable'
              ? new AdapterError('No.', { kind: 'unavailable', outcome: 'notDone' })
              : error,
          ),
        ),
    })),
  ],
  [
    'tries again by itself',
    'outcome.server_error_unknown',
    shopCalling(({ createDiscountCode }) => ({
      createDiscountCode: (wish) => createDiscountCode(wish).catch(() => createDiscountCode(wish)),
    })),
  ],
  [
    'says that a limit is a failure',
    'fault.code_limited',
    shopCalling(({ createDiscountCode }) => ({
      createDiscountCode: (wish) =>
        createDiscountCode(wish).catch(() =>
          Promise.reject(new AdapterError('No.', { kind: 'unavailable', outcome: 'unknown' })),
        ),
    })),
  ],
  [
    'tells its key in errors',
    'access.wrong_key',
    shopWith({
      connect: (config, context) => {
        const connection = tinyShop.connect(config, context);
        return {
          ...connection,
          createDiscountCode: (wish) =>
            connection
              .createDiscountCode(wish)
              .catch((error: unknown) =>
                Promise.reject(
                  error instanceof AdapterError
                    ? new AdapterError(`${config.key}: refused`, error as AdapterError & { retryAfterMs: never })
                    : error,
                ),
              ),
        };
      },
    }),
  ],
  [
    'has no patience for slow answers to end',
    'outcome.late_answer_unknown',
    shopWith({ connect: (config, context) => tinyShop.connect(config, { ...context, timeoutMs: 6_000 }) }),
  ],
];

describe('a platform adapter that', () => {
  test.for(shopMutants)('%s breaks %s', { timeout: 20_000 }, async ([, id, adapter]) => {
    expect(await findFault(platformClauses(tinyShopHarness(adapter)), id)).toBeInstanceOf(Error);
  });
});

const mailMutants: readonly (readonly [mutant: string, breaks: string, adapter: Mail])[] = [
  [
    'makes a Message-ID of its own',
    'send.accepted',
    mailCalling(({ send }) => ({ send: (message) => send({ ...message, messageId: 'own@provider.test' }) })),
  ],
  [
    'drops further headers',
    'send.headers_word_for_word',
    mailCalling(({ send }) => ({ send: (message) => send({ ...message, headers: {} }) })),
  ],
  [
    'sends again when the answer was lost',
    'outcome.lost_answer_unknown',
    mailCalling(({ send }) => ({ send: (message) => send(message).catch(() => send(message)) })),
  ],
  [
    'throws where a recipient is refused',
    'send.recipient_rejected',
    mailCalling(({ send }) => ({
      send: async (message) => {
        const outcome = await send(message);
        if (outcome.status === 'rejected') throw new AdapterError('Refused.', { kind: 'invalid', outcome: 'notDone' });
        return outcome;
      },
    })),
  ],
  ['finds what was never sent', 'lookup.settles_unknown', mailCalling(() => ({ findMessage: async () => 'accepted' }))],
  [
    'sends a mail to check access',
    'access.right_key',
    mailCalling(({ send }) => ({
      checkAccess: async () => {
        await send({
          messageId: 'check@shop.test',
          to: { name: null, address: 'postmaster@shop.test' },
          subject: 'Test',
          headers: {},
        } as unknown as Parameters<MailConnection['send']>[0]);
      },
    })),
  ],
  ['declares receipts and has none', 'manifest.consistent', { ...tinyMail, receipts: null }],
];

describe('a mail adapter that', () => {
  test.for(mailMutants)('%s breaks %s', { timeout: 20_000 }, async ([, id, adapter]) => {
    expect(await findFault(mailClauses(tinyMailHarness(adapter)), id)).toBeInstanceOf(Error);
  });
});
