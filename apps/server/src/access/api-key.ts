import { createHash, randomBytes } from 'node:crypto';

const shownLength = 'rk_live_'.length + 4;
const form = /^rk_live_[\w-]{43}$/;

/** A new key: the text its holder sees once, the part we may show later, and the hash we keep. */
export function makeApiKey(): { readonly text: string; readonly prefix: string; readonly hash: Buffer } {
  const text = `rk_live_${randomBytes(32).toString('base64url')}`;
  return { text, prefix: text.slice(0, shownLength), hash: hashApiKey(text) };
}

/** 256 random bits need no slow hash; looking the hash up by a unique index tells nothing by its timing. */
export function hashApiKey(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

export function isApiKey(text: string): boolean {
  return form.test(text);
}
