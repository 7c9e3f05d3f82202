import { describe, expect, it } from 'vitest';
import { toStoreVariables } from './store-variables.ts';

const addressOf = (postalAddress: string | null) =>
  toStoreVariables({ name: 'Kade Koffie', url: null, postalAddress }).postal_address;

describe('the address below a mail', () => {
  it('does not say the store’s name again', () => {
    expect(addressOf('Kade Koffie, Havenkade 14, 3011 AB Rotterdam')).toBe('Havenkade 14, 3011 AB Rotterdam');
    expect(addressOf('KADE KOFFIE\nHavenkade 14')).toBe('Havenkade 14');
  });

  it('stays as it is where it begins with something else', () => {
    expect(addressOf('Havenkade 14, Rotterdam')).toBe('Havenkade 14, Rotterdam');
    expect(addressOf('Kade Koffiestraat 1')).toBe('Kade Koffiestraat 1');
    expect(addressOf('Kade Koffie')).toBe('Kade Koffie');
    expect(addressOf(null)).toBe('');
  });
});
