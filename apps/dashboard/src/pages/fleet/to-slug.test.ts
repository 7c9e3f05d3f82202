import { expect, it } from 'vitest';

import { toSlug } from './to-slug.ts';

it('makes a short name of a-z, 0-9 and - of any name', () => {
  expect(toSlug('Kade Koffie')).toBe('kade-koffie');
  expect(toSlug(' Café & Crème No. 5! ')).toBe('cafe-creme-no-5');
  expect(toSlug('咖啡')).toBe('');
  expect(toSlug('a'.repeat(80))).toHaveLength(63);
});
