import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { registryOf, testPlatform } from '../../test-support/test-platform.ts';
import type { Connection } from './connections.ts';
import { findCodeMaker, toCodeLack } from './find-code-maker.ts';

const { capabilities } = testPlatform;
const till = { ...testPlatform, id: 'till', capabilities: { ...capabilities, discountCodes: false } };
const shop = { ...testPlatform, id: 'shop', capabilities: { ...capabilities, discountCodes: true } };
const hook = {
  ...shop,
  id: 'hook',
  makesDiscountCodes: (config: unknown) => typeof config === 'object' && config !== null && 'callbackUrl' in config,
};
const adapters = registryOf(shop, till, hook);

const storeId = 'store' as StoreId;
const connect = (adapterId: string, config: object = {}): Connection => ({
  storeId,
  id: adapterId as ConnectionId,
  purpose: 'platform',
  adapterId,
  config,
  webhookSecrets: [],
  previousSecretUntil: null,
  pausedReason: null,
});
const leave = (adapterId: string): Connection => ({ ...connect(adapterId), pausedReason: 'platform.disconnected' });

test.for<[string, readonly Connection[], string]>([
  ['the first that makes them', [connect('shop'), connect('shop', { second: true })], 'shop'],
  ['the shop, where a webhook without a callback came first', [connect('hook'), connect('shop')], 'shop'],
  ['the webhook, where it has somebody to ask', [connect('hook', { callbackUrl: 'x' }), connect('shop')], 'hook'],
  ['nobody, where there is only a webhook without a callback', [connect('hook')], 'notSetUp'],
  [
    'the one that works, where a shop was left for another',
    [leave('shop'), connect('hook', { callbackUrl: 'x' })],
    'hook',
  ],
  ['the one that rests, where there is no other', [leave('shop')], 'shop'],
  ['nobody, where none makes them', [connect('till')], 'notOffered'],
  ['nobody, where an adapter is gone', [connect('gone')], 'notConnected'],
  ['nobody, where nothing is connected', [], 'notConnected'],
])('codes are made by %s', async ([, connections, expected]) => {
  const maker = await findCodeMaker({ directory: { connectionsFor: async () => connections }, adapters }, storeId);
  expect(maker.kind === 'found' ? maker.adapter.id : maker.kind).toBe(expected);
});

test.for<[string, readonly Connection[], string | null]>([
  ['lack nothing, where a shop makes them', [connect('shop')], null],
  ['lack a maker that works, where the shop rests', [leave('shop')], 'resting'],
  ['lack an address to ask, where there is only a webhook without a callback', [connect('hook')], 'notSetUp'],
  ['lack a platform that makes them', [connect('till')], 'notOffered'],
  ['lack a connection', [], 'notConnected'],
])('codes %s', async ([, connections, expected]) => {
  const maker = await findCodeMaker({ directory: { connectionsFor: async () => connections }, adapters }, storeId);
  expect(toCodeLack(maker)).toBe(expected);
});
