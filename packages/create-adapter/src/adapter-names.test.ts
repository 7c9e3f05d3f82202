import { expect, test } from 'vitest';
import { findNameProblem, toAdapterNames } from './adapter-names.ts';

test.each([
  ['Lemonade', 'lemonade', 'lemonade', 'lemonade'],
  ['Lemonade Stand', 'lemonade-stand', 'lemonadeStand', 'lemonade_stand'],
  ['Café 24', 'cafe-24', 'cafe24', 'cafe'],
  ['3dcart', 'dcart', 'dcart', 'dcart'],
  ["Lou's & Co.", 'lous-co', 'lousCo', 'lous_co'],
  ['Shop24Easy', 'shop24easy', 'shop24easy', 'shopeasy'],
])('%s gives an id, a variable and a code the contract takes', (name, id, variable, code) => {
  expect(findNameProblem(name)).toBeNull();
  expect(toAdapterNames(name)).toEqual({ display: name, id, package: `regulars-${id}`, variable, code });
});

test.each(['', ' Lemonade', '24', '店', 'a`b', 'a${b}', 'a\nb', '../a', 'x'.repeat(61)])('%j is no name', (name) => {
  expect(findNameProblem(name)).toMatch(/\.$/);
});
