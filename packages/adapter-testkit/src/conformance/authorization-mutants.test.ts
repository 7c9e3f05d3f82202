import { AdapterError, type AuthorizationReturn, type PlatformAuthorization } from '@regulars/adapter-contracts';
import { fail, ok } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listBroken, shopWith, type Shop } from '../../test/mutants.ts';
import { tinyShopHarness, type TinyConfig } from '../../test/tiny-shop.ts';
import { platformClauses } from './platform-clauses.ts';

const settingsSchema = z.object({ url: z.string() });
type Settings = z.output<typeof settingsSchema>;
type Authorization = PlatformAuthorization<TinyConfig, Settings>;

const refuse = (): never => {
  throw new AdapterError('This is no answer to our question.', { kind: 'unauthenticated', outcome: 'notDone' });
};

/** The tiny shop posts its key, and sends the merchant back with the state. */
const faultless: Authorization = {
  settingsSchema,
  toUrl: ({ url }, { returnUrl, state }) => `${url}/allow?back=${encodeURIComponent(returnUrl)}&state=${state}`,
  parseCallback: (body) => {
    const state = /^key=[^&]+&state=([\w-]+)$/.exec(Buffer.from(body).toString('utf8'))?.[1];
    return state === undefined ? fail({ code: 'tiny.no_key', path: '', message: 'This is no key.' }) : ok({ state });
  },
  complete: async (settings, { query, state, callback }, { loan }) => {
    const text = Buffer.from(callback ?? '').toString('utf8');
    const key = /^key=([^&]+)/.exec(text)?.[1];
    if (key === undefined || state === '' || query['state'] !== state) return refuse();
    await loan?.write('lent');
    return { ...settings, key };
  },
};

const shopAllowing = (change: Partial<Authorization>): Shop => shopWith({ authorization: { ...faultless, ...change } });

function clausesOf(
  adapter: Shop,
  comesBackWith: (state: string) => AuthorizationReturn['query'] = (state) => ({ state }),
) {
  const clauses = platformClauses({
    ...tinyShopHarness(adapter),
    startUpstream: async () => {
      const upstream = await tinyShopHarness(adapter).startUpstream?.();
      if (upstream === undefined) throw new Error('The tiny shop has no upstream.');
      const { url, key } = upstream.config;
      return {
        ...upstream,
        authorize: {
          settings: { url },
          allow: async (address) => {
            const state = new URL(address).searchParams.get('state') ?? '';
            return { query: comesBackWith(state), callback: Buffer.from(`key=${key}&state=${state}`) };
          },
        },
      };
    },
  });
  return clauses.filter(({ id }) => id.startsWith('authorization.'));
}

const mutants: readonly (readonly [fault: string, clause: string, change: Partial<Authorization>])[] = [
  [
    'gives a key that does not serve',
    'authorization.serves',
    {
      complete: async (...asked) => ({ ...(await faultless.complete(...asked)), key: 'other' }),
    },
  ],
  [
    'does not look at the state',
    'authorization.other_state_refused',
    {
      complete: (settings, answer, context) =>
        faultless.complete(settings, { ...answer, state: answer.query['state'] ?? '' }, context),
    },
  ],
  [
    'is content with the state alone',
    'authorization.empty_refused',
    {
      complete: async (settings, answer, context) =>
        answer.callback === null && answer.query['state'] === answer.state
          ? { ...settings, key: 'guessed' }
          : await faultless.complete(settings, answer, context),
    },
  ],
  [
    'takes any post for a grant',
    'authorization.callback_nonsense_refused',
    { parseCallback: () => ok({ state: 'x' }) },
  ],
];

test.for(mutants)('an authorization that %s breaks %s, and no other', async ([, clause, change]) => {
  expect(await listBroken(clausesOf(shopAllowing(change)))).toEqual([clause]);
});

test('a merchant who comes back without the state is missed', async () => {
  expect(await listBroken(clausesOf(shopAllowing({}), () => ({})))).toContain('authorization.state_returns');
});

test('an authorization without a fault breaks nothing', async () => {
  expect(await listBroken(clausesOf(shopAllowing({})))).toEqual([]);
});
