import type { PlatformAdapter } from '@regulars/adapter-contracts';
import type { StoreId } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import type { Connection } from './connections.ts';
import { findCodeMaker } from './find-code-maker.ts';
import type { Directory } from './directory.ts';

const adapters = [
  { id: 'shop', capabilities: { discountCodes: true } },
  { id: 'till', capabilities: { discountCodes: false } },
  {
    id: 'hook',
    capabilities: { discountCodes: true },
    makesDiscountCodes: (config: { readonly callbackUrl?: string }) => config.callbackUrl !== undefined,
  },
] as unknown as readonly PlatformAdapter[];

const connect = (adapterId: string, config: object = {}) => ({ id: adapterId, adapterId, config, pausedReason: null });
const leave = (adapterId: string, config: object = {}) => ({
  ...connect(adapterId, config),
  pausedReason: 'platform.disconnected',
});

test.for<[string, readonly object[], string]>([
  ['the first that makes them', [connect('shop'), connect('shop', { second: true })], 'shop'],
  ['the shop, where a webhook without a callback came first', [connect('hook'), connect('shop')], 'shop'],
  ['the webhook, where it has somebody to ask', [connect('hook', { callbackUrl: 'x' }), connect('shop')], 'hook'],
  ['nobody, where there is only a webhook without a callback', [connect('hook')], 'notConnected'],
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
  const directory = { connectionsFor: async () => connections as readonly Connection[] } as unknown as Directory;
  const registry = {
    platformAdapters: adapters,
    mailAdapters: [],
    findPlatformAdapter: (id: string) => adapters.find((adapter) => adapter.id === id) ?? null,
    findMailAdapter: () => null,
  };
  const maker = await findCodeMaker({ directory, adapters: registry }, 'store' as StoreId);
  expect(maker.kind === 'found' ? maker.adapter.id : maker.kind).toBe(expected);
});
