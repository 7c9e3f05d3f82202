import { afterAll, beforeAll, expect, it } from 'vitest';
import { cartReminder, playbookTemplates, postPurchase, referralInvite } from '@regulars/core/sequences';
import type { StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { registryOf, testPlatform } from '../../test-support/test-platform.ts';
import { createTemplateCompiler } from '../delivery/templates/template-compiler.ts';
import { installTemplates } from '../delivery/templates/install-templates.ts';
import { readKeysNaming } from '../delivery/door.ts';
import { newId } from '../foundation/ids.ts';
import { createSealer } from '../foundation/secrets/seal.ts';
import { createConnection, type Connection } from '../stores/door.ts';
import { openStorefront } from '../stores/storefront-keys.ts';
import { createLacksFinder } from './find-lacks.ts';

const { capabilities } = testPlatform;
const shop = { ...testPlatform, id: 'shop', capabilities: { ...capabilities, discountCodes: true, carts: true } };
const hook = {
  ...shop,
  id: 'hook',
  capabilities: { ...capabilities, discountCodes: true },
  makesDiscountCodes: () => false,
};

let opened: OpenTestDatabase;
let storeId: StoreId;
beforeAll(async () => {
  opened = await openTestDatabase();
  storeId = await seedStore(opened.database);
  const compiler = createTemplateCompiler();
  await opened.database.withStore(storeId, (tx) => installTemplates(tx, storeId, compiler, playbookTemplates));
});
afterAll(() => opened.close());

const connect = (adapterId: string): Connection => ({
  storeId,
  id: newId(),
  purpose: 'platform',
  adapterId,
  config: {},
  webhookSecrets: [],
  previousSecretUntil: null,
  pausedReason: null,
});

function finder(...adapterIds: readonly string[]) {
  const connections = adapterIds.map(connect);
  const directory = { connectionsFor: async () => connections };
  const adapters = registryOf(shop, hook);
  return createLacksFinder({ database: opened.database, directory, adapters, findKeysNaming: readKeysNaming });
}

it('a sequence that hands out a link for friends needs somebody who makes codes; one that thanks does not', async () => {
  const findLacks = finder('hook');
  expect(await findLacks(storeId, referralInvite)).toEqual([{ of: 'codes', why: 'notSetUp' }]);
  expect(await findLacks(storeId, postPurchase)).toEqual([]);
  expect(await finder()(storeId, referralInvite)).toEqual([{ of: 'codes', why: 'notConnected' }]);
  expect(await finder('hook', 'shop')(storeId, referralInvite)).toEqual([]);
});

it('a sequence with a step that gives a reward needs one too', async () => {
  const gift = { id: 'gift', kind: 'reward', reward: { kind: 'percent', percent: 10, validDays: 30 } } as const;
  expect(await finder('hook')(storeId, { ...postPurchase, steps: [gift] })).toEqual([{ of: 'codes', why: 'notSetUp' }]);
});

it('a sequence about carts needs somebody who tells of them: a platform that does, or the pages of the shop', async () => {
  expect(await finder('hook')(storeId, cartReminder)).toEqual([{ of: 'carts', why: 'notTold' }]);
  expect(await finder('shop')(storeId, cartReminder)).toEqual([]);
  const sealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 1) }]);
  await opened.database.withStore(storeId, async (tx) => {
    const made = { purpose: 'platform', adapterId: 'hook', config: {}, webhookSecret: null } as const;
    const { id } = await createConnection(tx, sealer, storeId, made);
    await openStorefront(tx, storeId, id, 'https://shop.example');
  });
  expect(await finder('hook')(storeId, cartReminder)).toEqual([]);
});
