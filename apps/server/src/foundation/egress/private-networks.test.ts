import { describe, expect, test } from 'vitest';
import { createAddressPolicy } from './address-policy.ts';
import { parsePrivateNetworks } from './private-networks.ts';

describe('the networks an operator opens', () => {
  test('are none, the usual ones, or those listed', () => {
    expect(parsePrivateNetworks('false')).toEqual([]);
    expect(parsePrivateNetworks('TRUE')).toContain('127.0.0.0/8');
    expect(parsePrivateNetworks('10.1.2.3, 192.168.7.0/24,fd00::7')).toEqual([
      '10.1.2.3/32',
      '192.168.7.0/24',
      'fd00::7/128',
    ]);
  });

  test('are refused as a whole when one of them cannot be read', () => {
    for (const text of ['', 'yes', '10.1.2.3,', '10.1/16', '10.0.0.0/33', 'intranet', 'true,10.0.0.0/8'])
      expect(parsePrivateNetworks(text)).toBeNull();
  });

  test('never hold the addresses of cloud credentials, unless these are listed', () => {
    const refuses = (text: string) =>
      createAddressPolicy(parsePrivateNetworks(text) ?? [])('169.254.169.254', { protocol: 'http', port: 80 });
    expect(refuses('true')).toBe('privateNetwork');
    expect(refuses('169.254.169.254')).toBeNull();
  });
});
