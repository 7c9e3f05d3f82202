import { murmurHash3 } from './murmur-hash3.ts';
import { xoshiro128 } from './xoshiro128.ts';

/**
 * A stream of chance that is the same whenever its key is the same, and knows how to grow others.
 * Not for secrets: whoever knows the key knows the stream.
 */
export interface Random {
  /** Uniform on [0, 1), in steps of 2⁻⁵³. */
  next(): number;
  /** Uniform over the whole numbers 0 … `bound` − 1; `bound` from 1 to 2³². */
  below(bound: number): number;
  /** A stream of its own by that name. It depends on the keys alone, not on what was drawn before from either. */
  fork(name: string | number): Random;
}

type Key = readonly [number, number, number, number];

/** The first hexadecimal digits of π, so that nothing is chosen. */
const root: Key = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];

/**
 * The stream of a seed.
 *
 * @example
 * ```ts
 * const agency = createRandom(7);
 * agency.fork('store-1').fork('customer-12').next(); // the same however many customers there are
 * ```
 */
export function createRandom(seed: string | number): Random {
  return toStream(toKey(root, seed));
}

function toStream(key: Key): Random {
  let nextWord: (() => number) | null = null;
  const word = () => (nextWord ??= xoshiro128(key))();
  return {
    next: () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) * 2 ** -53,
    // Lemire (2019) without its rejection: the bias is at most bound / 2⁵³.
    below: (bound) => Math.floor(((word() >>> 5) * 2 ** 26 + (word() >>> 6)) * 2 ** -53 * bound),
    fork: (name) => toStream(toKey(key, name)),
  };
}

function toKey(parent: Key, name: string | number): Key {
  const text = typeof name === 'number' ? `#${name}` : name;
  return [
    murmurHash3(text, parent[0]),
    murmurHash3(text, parent[1]),
    murmurHash3(text, parent[2]),
    murmurHash3(text, parent[3]),
  ];
}
