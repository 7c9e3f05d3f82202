import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contractVersion } from '@regulars/adapter-contracts';
import { writePackage } from '../test-support/write-package.ts';
import { loadOwnAdapters, registerAdapters } from './adapters.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-data-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function install(id: string): void {
  writePackage(path.join(dataDir, 'adapters'), {
    name: `regulars-${id}`,
    code: `export const platformAdapters = [{ contractVersion: ${contractVersion}, id: '${id}', displayName: 'Own', capabilities: {},
      configSchema: { _zod: {}, safeParse() {} }, verifyWebhook() {}, parseWebhook() {}, connect() {} }];`,
  });
}

test('an adapter installed into the data folder stands beside those that come with Regulars', async () => {
  install('lemonade');
  const own = await loadOwnAdapters({ dataDir, adapterPackages: ['regulars-lemonade'] });
  const registry = registerAdapters(own, { mail: [] });
  expect(registry.findPlatformAdapter('lemonade')?.displayName).toBe('Own');
  expect(registry.platformAdapters.map(({ id }) => id)).toEqual([
    'woocommerce',
    'shopify',
    'bigcommerce',
    'webhook',
    'lemonade',
  ]);
});

test.each(['woocommerce', 'smtp', 'mailbox'])('no package may bring another %s', async (id) => {
  install(id);
  await expect(loadOwnAdapters({ dataDir, adapterPackages: [`regulars-${id}`] })).rejects.toThrow(
    `regulars-${id} has an adapter ${id}, and so has Regulars itself.`,
  );
});
