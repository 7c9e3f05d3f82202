import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAddressPolicy } from './address-policy.ts';

const policy = createAddressPolicy([]);
const refusal = (address: string) => policy(address, { protocol: 'https', port: 443 });

type Bytes = readonly [number, number, number, number];
const byte = fc.integer({ min: 0, max: 255 });
const anyIpv4: fc.Arbitrary<Bytes> = fc.tuple(byte, byte, byte, byte);
const privateIpv4: fc.Arbitrary<Bytes> = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
);

const hex = (value: number) => value.toString(16);
const octal = (value: number) => `0${value.toString(8)}`;
const word = (high: number, low: number) => hex(high * 256 + low);
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const whole = ([a, b, c, d]: Bytes) => ((a * 256 + b) * 256 + c) * 256 + d;

/** The ways to write one IPv4 address that a URL takes. */
const notations: readonly ((bytes: Bytes) => string)[] = [
  (bytes) => bytes.join('.'),
  (bytes) => `${bytes.join('.')}.`,
  (bytes) => fullWidth(bytes.join('.')),
  (bytes) => bytes.join('。'),
  (bytes) => String(whole(bytes)),
  (bytes) => `0x${hex(whole(bytes))}`,
  (bytes) => octal(whole(bytes)),
  (bytes) => bytes.map((each) => `0X${hex(each)}`).join('.'),
  (bytes) => bytes.map(octal).join('.'),
  ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`,
  ([a, b, c, d]) => `%3${String(a)[0]}${String(a).slice(1)}.${b}.${c}.${d}`,
  (bytes) => `[::ffff:${bytes.join('.')}]`,
  ([a, b, c, d]) => `[0:0:0:0:0:FFFF:${word(a, b)}:${word(c, d)}]`,
  (bytes) => `[64:ff9b::${bytes.join('.')}]`,
];
const anyNotation = fc.constantFrom(...notations);

test('however a private address is written in a URL, it is refused', () => {
  fc.assert(
    fc.property(privateIpv4, anyNotation, (bytes, write) => {
      expect(refusal(new URL(`https://${write(bytes)}/`).hostname)).toBe('privateNetwork');
    }),
  );
});

test('all ways to write an address are judged alike', () => {
  fc.assert(
    fc.property(anyIpv4, anyNotation, (bytes, write) => {
      expect(refusal(new URL(`https://${write(bytes)}/`).hostname)).toBe(refusal(bytes.join('.')));
    }),
  );
});

test('of IPv6 nothing is public but 2000::/3, and what carries a public IPv4 address', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (words) => {
      const [first = 0] = words;
      const isGlobal = first >= 0x2000 && first <= 0x3fff;
      if (!isGlobal) expect(refusal(words.map(hex).join(':'))).toBe('privateNetwork');
    }),
  );
});

test('whatever the text, there is an answer', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(['privateNetwork', null]).toContain(refusal(text));
    }),
  );
});
