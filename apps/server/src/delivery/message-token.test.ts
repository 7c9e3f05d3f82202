import { describe, expect, it } from 'vitest';
import type { EffectId, StoreId } from '@regulars/core/shared';
import { createMessageTokens } from './message-token.ts';

const tokens = createMessageTokens(Buffer.alloc(32, 1));
const storeId = '0190d3a0-0000-7000-8000-000000000001' as StoreId;
const messageId = '0190d3a0-0000-5000-8000-000000000002' as EffectId;

describe('a message token', () => {
  it('names a message to us, and is the same every time', () => {
    expect(tokens.parse(tokens.make(storeId, messageId))).toEqual({ storeId, messageId });
    expect(tokens.make(storeId, messageId)).toBe(tokens.make(storeId, messageId));
  });

  it('is void after any change, and under another key', () => {
    const token = tokens.make(storeId, messageId);
    for (let at = 0; at < token.length; at += 1) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      expect(tokens.parse(changed)).toBeNull();
    }
    expect(createMessageTokens(Buffer.alloc(32, 2)).parse(token)).toBeNull();
    expect(tokens.parse('')).toBeNull();
  });
});
