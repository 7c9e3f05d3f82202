import fc from 'fast-check';

/** A number, and the ones next to it on either side. */
export function besideOf(value: number): fc.Arbitrary<number> {
  return fc.constantFrom(value, value * (1 + 2 ** -52), value * (1 - 2 ** -53));
}
