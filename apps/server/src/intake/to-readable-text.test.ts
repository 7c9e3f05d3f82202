import { describe, expect, it } from 'vitest';
import { toReadableText } from './to-readable-text.ts';

const readable = (body: Uint8Array, maxBytes = 100) => toReadableText(body, body.byteLength, maxBytes);

describe('a body as text', () => {
  it('is what came, letter by letter', () => {
    expect(readable(Buffer.from('{"naam":"Renée 🎁"}'))).toEqual({ text: '{"naam":"Renée 🎁"}', isCut: false });
  });

  it('of nothing is nothing', () => {
    expect(readable(new Uint8Array())).toEqual({ text: '', isCut: false });
  });

  it('is cut at its bound, and never within a character', () => {
    const body = Buffer.from('ab🎁');
    expect([2, 3, 5, 6].map((maxBytes) => readable(body, maxBytes))).toEqual([
      { text: 'ab', isCut: true },
      { text: 'ab', isCut: true },
      { text: 'ab', isCut: true },
      { text: 'ab🎁', isCut: false },
    ]);
  });

  it('is none where the bytes are no text: a broken character, or a zero', () => {
    for (const bytes of [
      [0x61, 0xff],
      [0x61, 0xc3],
      [0x1f, 0x8b, 0x08, 0x00],
      [0x61, 0x00],
    ])
      expect(readable(Uint8Array.from(bytes))).toEqual({ text: null, isCut: false });
  });
});
