import { defineMailAdapter, definePlatformAdapter, AdapterError } from '@regulars/adapter-contracts';
import { fail, ok } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findFault } from '../../test/mutants.ts';
import { emptyMailClauses } from './empty-mail-clauses.ts';
import { emptyPlatformClauses } from './empty-platform-clauses.ts';

const cannotYet = async (): Promise<never> => {
  throw new AdapterError('Not written yet.', { kind: 'misconfigured', outcome: 'notDone' });
};

/** An adapter as it is generated: it does nothing, and says so. */
const blank = definePlatformAdapter({
  id: 'blank',
  displayName: 'Blank',
  capabilities: { discountCodes: false, orderCount: false, signedTimestamp: false },
  configSchema: z.object({}),
  verifyWebhook: () => ({ kind: 'refused', code: 'webhook.signature_missing' }),
  parseWebhook: () => fail({ code: 'blank.unknown', path: '', message: 'Nothing is understood yet.' }),
  connect: () => ({
    checkAccess: cannotYet,
    findDiscountCode: cannotYet,
    createDiscountCode: cannotYet,
    deleteDiscountCode: cannotYet,
    countOrders: cannotYet,
    close: async () => undefined,
  }),
});
type Blank = typeof blank;

const calling = (change: Partial<ReturnType<Blank['connect']>>): Blank => ({
  ...blank,
  connect: (config, context) => ({ ...blank.connect(config, context), ...change }),
});

const mutants: readonly (readonly [mutant: string, breaks: string, adapter: Blank])[] = [
  ['was made for another contract', 'manifest.contract', { ...blank, contractVersion: 0 }],
  [
    'declares what is not there',
    'manifest.consistent',
    { ...blank, capabilities: { ...blank.capabilities, pulls: true } },
  ],
  [
    'takes any configuration',
    'config.nonsense_refused',
    { ...blank, configSchema: z.custom<z.output<Blank['configSchema']>>() },
  ],
  [
    'believes what bears any signature',
    'empty.nothing_believed',
    {
      ...blank,
      verifyWebhook: ({ headers, body }) =>
        headers['x-blank-signature']
          ? { kind: 'verified', webhook: { topic: '', dedupeKey: '', headers: {}, body } }
          : { kind: 'refused', code: 'webhook.signature_missing' },
    },
  ],
  [
    'throws at what is no JSON',
    'empty.rejected_clearly',
    { ...blank, parseWebhook: ({ body }) => ok(JSON.parse(Buffer.from(body).toString('utf8')) as []) },
  ],
  [
    'rejects without saying why',
    'empty.rejected_clearly',
    { ...blank, parseWebhook: () => fail({ code: 'no', path: '', message: '' }) },
  ],
  [
    'calls its platform while it connects',
    'empty.connects_quietly',
    {
      ...blank,
      connect: (config, context) => {
        context.fetch?.('https://blank.test').catch(() => undefined);
        return blank.connect(config, context);
      },
    },
  ],
  [
    'throws another error than an AdapterError',
    'empty.fails_clearly',
    calling({ checkAccess: () => Promise.reject(new Error('socket hang up')) }),
  ],
  [
    'says that it made a code',
    'empty.claims_nothing',
    calling({ createDiscountCode: async ({ code, rewardId }) => ({ externalId: '1', code, rewardId, timesUsed: 0 }) }),
  ],
];

describe('the empty level', () => {
  test('holds for a platform adapter that does nothing and says so', async () => {
    for (const { run } of emptyPlatformClauses({ adapter: blank, config: {} })) await run();
  });

  test.for(mutants)('is broken by a platform adapter that %s (%s)', async ([, id, adapter]) => {
    expect(await findFault(emptyPlatformClauses({ adapter, config: {} }), id)).toBeInstanceOf(Error);
  });

  const blankMail = defineMailAdapter({
    id: 'blank-mail',
    displayName: 'Blank Mail',
    capabilities: { resolution: 'none', deliveryEvents: false, concurrency: 1 },
    configSchema: z.object({}),
    connect: () => ({ checkAccess: cannotYet, send: cannotYet, findMessage: cannotYet, close: async () => undefined }),
    receipts: null,
  });

  test('holds for a mail adapter that does nothing and says so', async () => {
    for (const { run } of emptyMailClauses({ adapter: blankMail, config: {} })) await run();
  });

  test('is broken by a mail adapter that says it sent', async () => {
    const adapter: typeof blankMail = {
      ...blankMail,
      connect: (config, context) => ({
        ...blankMail.connect(config, context),
        send: async () => ({ status: 'accepted', providerReference: null }),
      }),
    };
    expect(await findFault(emptyMailClauses({ adapter, config: {} }), 'empty.claims_nothing')).toBeInstanceOf(Error);
  });
});
