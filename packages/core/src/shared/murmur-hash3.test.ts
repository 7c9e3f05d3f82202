import { expect, test } from 'vitest';
import { murmurHash3 } from './murmur-hash3.ts';

/** Text whose code units are the bytes of an ASCII text of even length, two by two. */
const asBytes = (ascii: string) =>
  ascii.replaceAll(/../gs, (pair) => String.fromCharCode(pair.charCodeAt(0) | (pair.charCodeAt(1) << 8)));

test.each([
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['', 0xffffffff, 0x81f16f39],
  ['test', 0, 0xba6bd213],
  ['test', 0x9747b28c, 0x704b81dc],
  ['aaaa', 0x9747b28c, 0x5a97808a],
  ['aa', 0x9747b28c, 0x5d211726],
  ['abcd', 0x9747b28c, 0xf0478627],
  ['ab', 0x9747b28c, 0x74875592],
])('hashes the bytes of "%s" with seed %d as the published implementation does', (ascii, seed, hash) => {
  expect(murmurHash3(asBytes(ascii), seed)).toBe(hash);
});
