import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('the configuration', () => {
  it('needs nothing: the embedded default serves on port 3000', () => {
    expect(readConfig({}, {})).toMatchObject({
      port: 3000,
      role: 'all',
      databaseUrl: null,
      redisUrl: null,
      publicUrl: 'http://localhost:3000',
    });
  });

  it('takes an empty variable for one that was not set', () => {
    expect(readConfig({}, { DATABASE_URL: '' }).databaseUrl).toBeNull();
  });

  it('names every problem at once', () => {
    const read = () => readConfig({ PORT: 'eighty', REGULARS_ROLE: 'boss', DATABASE_URL: 'mysql://x' }, {});
    expect(read).toThrow(ConfigError);
    for (const name of ['PORT', 'REGULARS_ROLE', 'DATABASE_URL']) expect(read).toThrow(name);
  });

  it('believes as many proxies as there are, and none unless told so', () => {
    const read = (value: string) => readConfig({}, { REGULARS_TRUST_PROXY: value }).trustedProxies;
    expect(readConfig({}, {}).trustedProxies).toBe(0);
    expect([read('false'), read('true'), read('2')]).toEqual([0, 1, 2]);
    expect(() => read('all')).toThrow('REGULARS_TRUST_PROXY');
  });

  it('opens no private network unless told so, and those alone that are named', () => {
    const read = (value: string) => readConfig({}, { REGULARS_ALLOW_PRIVATE_NETWORK: value }).openedNetworks;
    expect(readConfig({}, {}).openedNetworks).toEqual([]);
    expect([read('false'), read('10.1.2.3')]).toEqual([[], ['10.1.2.3/32']]);
    expect(read('true')).toContain('127.0.0.0/8');
    expect(() => read('10.1.2.3,intranet')).toThrow('REGULARS_ALLOW_PRIVATE_NETWORK');
  });

  it('refuses a secret key that is too short', () => {
    expect(() => readConfig({}, { REGULARS_SECRET_KEYS: 'a:c2hvcnQ=' })).toThrow('32 random bytes');
  });
});
