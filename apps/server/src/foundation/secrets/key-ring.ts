import { createHmac } from 'node:crypto';

/** 32-byte keys by id. The first seals; all of them open, so a key can be replaced while the old one still serves. */
export type KeyRing = readonly { readonly id: string; readonly key: Buffer }[];

/**
 * Reads `id:base64,id:base64`.
 *
 * @returns null when an entry has no id or no 32-byte key.
 */
export function parseKeyRing(text: string): KeyRing | null {
  const ring = text.split(',').map((entry) => {
    const [id, encoded] = entry.trim().split(':', 2);
    return { id: id ?? '', key: Buffer.from(encoded ?? '', 'base64') };
  });
  return ring.every(({ id, key }) => /^[\w-]{1,32}$/.test(id) && key.length === 32) ? ring : null;
}

/** A key for one purpose, derived from the ring's oldest key so that it stays the same when newer ones are added in front. */
export function deriveKey(ring: KeyRing, purpose: string): Buffer {
  const oldest = ring.at(-1);
  if (oldest === undefined) throw new RangeError('A key ring has at least one key.');
  return createHmac('sha256', oldest.key).update(purpose).digest();
}
