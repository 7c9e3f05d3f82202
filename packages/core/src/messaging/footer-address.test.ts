import { describe, expect, it } from 'vitest';
import { toFooterAddress } from './footer-address.ts';

const below = (postalAddress: string) => toFooterAddress(postalAddress, 'Kade Koffie');

describe('the address below a mail', () => {
  it('does not say the store’s name again', () => {
    expect(below('Kade Koffie, Havenkade 14, 3011 AB Rotterdam')).toBe('Havenkade 14, 3011 AB Rotterdam');
    expect(below('KADE KOFFIE\nHavenkade 14')).toBe('Havenkade 14');
  });

  it('stays as it is where it begins with something else', () => {
    expect(below('Havenkade 14, Rotterdam')).toBe('Havenkade 14, Rotterdam');
    expect(below('Kade Koffiestraat 1')).toBe('Kade Koffiestraat 1');
    expect(below('Kade Koffie')).toBe('Kade Koffie');
    expect(below('')).toBe('');
  });
});
