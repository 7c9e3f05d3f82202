import { describe, expect, it } from 'vitest';
import { encodeBase32, hasValidCheckSymbol, toCanonicalBase32, withCheckSymbol } from './crockford-base32.ts';

describe('Crockford base 32', () => {
  it('writes bits from the most significant one on', () => {
    expect(encodeBase32(new Uint8Array([0xff, 0x00]), 10)).toBe('ZW');
    expect(encodeBase32(new Uint8Array(7), 50)).toBe('0000000000');
    expect(encodeBase32(new Uint8Array([0b00001_000, 0b10_00011_0, 0b0100_0000]), 20)).toBe('1234');
  });

  it('refuses a number of bits it cannot write', () => {
    expect(() => encodeBase32(new Uint8Array(1), 7)).toThrow(RangeError);
    expect(() => encodeBase32(new Uint8Array(1), 10)).toThrow(RangeError);
  });

  it('reads I, L and O as the digits they look like, in either case', () => {
    expect(toCanonicalBase32('oIl9z')).toBe('0119Z');
    expect(toCanonicalBase32('U')).toBeNull();
    expect(toCanonicalBase32('')).toBeNull();
  });

  it('notices every single wrong symbol', () => {
    const right = withCheckSymbol('7K3QW9XM2P');
    expect(hasValidCheckSymbol(right)).toBe(true);
    expect(hasValidCheckSymbol(right.toLowerCase())).toBe(true);
    for (let position = 0; position < right.length; position += 1) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other === right.charAt(position)) continue;
        expect(hasValidCheckSymbol(right.slice(0, position) + other + right.slice(position + 1))).toBe(false);
      }
    }
  });

  it('notices swapped neighbours, but for 0 and Z which Luhn cannot tell', () => {
    const right = withCheckSymbol('7K3QW9XM2P');
    for (let position = 0; position + 1 < right.length; position += 1) {
      const [first, second] = [right.charAt(position), right.charAt(position + 1)];
      if (first === second || (first + second).match(/^(0Z|Z0)$/)) continue;
      expect(hasValidCheckSymbol(right.slice(0, position) + second + first + right.slice(position + 2))).toBe(false);
    }
  });
});
