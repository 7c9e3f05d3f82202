import { expect, it } from 'vitest';

import { ordinal } from './ordinal.ts';

it('says the how-manieth in words as far as one reads them, then in figures', () => {
  expect([1, 2, 5, 11, 21, 22, 23].map(ordinal)).toEqual(['first', 'second', 'fifth', '11th', '21st', '22nd', '23rd']);
});
