import { describe, expect, test } from 'vitest';
import { createAddressPolicy, type Route } from './address-policy.ts';

const policy = createAddressPolicy(['192.168.7.0/24']);
const https: Route = { protocol: 'https', port: 443 };

describe('an address may be called', () => {
  test.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '2a00:1450::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('when it is public: %s', (address) => expect(policy(address, https)).toBeNull());

  test.each([
    ['0.0.0.0', 'this host'],
    ['0.1.2.3', 'this network'],
    ['10.0.0.1', 'private'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['100.100.100.200', 'metadata of a cloud in carrier-grade NAT'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['169.254.169.254', 'metadata'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.0.0.192', 'metadata of a cloud in protocol assignments'],
    ['192.0.2.1', 'documentation'],
    ['192.168.8.1', 'private'],
    ['198.18.0.1', 'benchmarking'],
    ['198.51.100.1', 'documentation'],
    ['203.0.113.1', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['[::1]', 'loopback in brackets'],
    ['::127.0.0.1', 'IPv4-compatible'],
    ['::ffff:127.0.0.1', 'mapped'],
    ['::ffff:a9fe:a9fe', 'mapped metadata'],
    ['::ffff:0:127.0.0.1', 'translated, RFC 6145'],
    ['64:ff9b::7f00:1', 'NAT64 of loopback'],
    ['64:ff9b::a9fe:a9fe', 'NAT64 of metadata'],
    ['64:ff9b:1::808:808', 'local NAT64'],
    ['100::1', 'discard'],
    ['2001::1', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['2002:7f00:1::1', '6to4 of loopback'],
    ['3fff::1', 'documentation'],
    ['4000::1', 'not handed out'],
    ['5f00::1', 'segment routing'],
    ['fc00::1', 'unique local'],
    ['fd00:ec2::254', 'metadata by IPv6'],
    ['fe80::1', 'link-local'],
    ['fe80::1%lo', 'link-local with a zone'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['127.1', 'no canonical form'],
    ['0x7f000001', 'no canonical form'],
    ['shop.example.com', 'no address'],
    ['', 'no address'],
  ])('not when it is something else: %s (%s)', (address) => {
    expect(policy(address, https)).toBe('privateNetwork');
  });

  test('by https at the usual ports, and by plain http not at all', () => {
    expect(policy('8.8.8.8', { protocol: 'https', port: 8443 })).toBeNull();
    expect(policy('8.8.8.8', { protocol: 'https', port: 6379 })).toBe('port');
    expect(policy('8.8.8.8', { protocol: 'https', port: 25 })).toBe('port');
    expect(policy('8.8.8.8', { protocol: 'http', port: 80 })).toBe('plainHttp');
  });

  test('for mail at the ports of mail servers', () => {
    for (const port of [25, 465, 587, 2525, 143, 993]) expect(policy('8.8.8.8', { protocol: 'mail', port })).toBeNull();
    expect(policy('8.8.8.8', { protocol: 'mail', port: 443 })).toBe('port');
  });

  test('in a network the operator opened by anything and at any port, also where it is written as IPv6', () => {
    for (const protocol of ['https', 'http', 'mail'] as const) {
      expect(policy('192.168.7.9', { protocol, port: 3000 })).toBeNull();
      expect(policy('::ffff:192.168.7.9', { protocol, port: 3000 })).toBeNull();
    }
  });
});
