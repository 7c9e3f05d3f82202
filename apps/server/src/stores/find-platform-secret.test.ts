import { shopify } from '@regulars/platform-shopify';
import { woocommerce } from '@regulars/platform-woocommerce';
import { expect, test } from 'vitest';
import type { PlatformAdapter } from '@regulars/adapter-contracts';
import { toRegistry } from '../adapters.ts';
import { findPlatformSecret } from './find-platform-secret.ts';

const adapters = toRegistry([shopify, woocommerce] as readonly unknown[] as readonly PlatformAdapter[], []);
const config = { domain: 'my-shop.myshopify.com', clientSecret: 'shpss_0123456789' };
const find = (adapterId: string, settings: unknown, purpose: 'platform' | 'mail' = 'platform') =>
  findPlatformSecret(adapters, { purpose, adapterId, config: settings });

test('Shopify signs with the client secret that was typed in', () => {
  expect(find('shopify', config)).toBe('shpss_0123456789');
});

test('elsewhere the secret is ours to choose', () => {
  expect([find('woocommerce', {}), find('no-such', config), find('shopify', config, 'mail')]).toEqual([
    null,
    null,
    null,
  ]);
});

test('settings that are wrong have none, and are refused where they are kept', () => {
  expect(find('shopify', { domain: 'my-shop.myshopify.com' })).toBeNull();
});
