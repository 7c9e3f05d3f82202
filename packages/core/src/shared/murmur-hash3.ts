/**
 * MurmurHash3 x86_32 over the UTF-16 code units of a text, low byte first. Spreads keys; keeps no secrets.
 *
 * @param seed a whole number from 0 to 2³² − 1.
 * @see Austin Appleby, MurmurHash3 (public domain), github.com/aappleby/smhasher
 * @example
 * ```ts
 * murmurHash3('\u6574\u7473', 0).toString(16); // 'ba6bd213', the hash of the four bytes "test"
 * ```
 */
export function murmurHash3(text: string, seed: number): number {
  let hash = seed >>> 0;
  const evenLength = text.length & ~1;
  for (let index = 0; index < evenLength; index += 2) {
    hash ^= scramble(text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16));
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  if (evenLength < text.length) hash ^= scramble(text.charCodeAt(evenLength));
  hash ^= text.length * 2;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function scramble(word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}
