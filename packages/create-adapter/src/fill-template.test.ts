import { expect, test } from 'vitest';
import { toAdapterNames } from './adapter-names.ts';
import { fillTemplate } from './fill-template.ts';

const names = toAdapterNames("Lou's Shop");

test('a line stays where its ability is chosen, or where it is not, and loses its mark', () => {
  const template = 'always\npulls, //? pulls\nnone, //! pulls\n';
  expect(fillTemplate(template, 'a.ts', names, ['pulls'])).toBe('always\npulls,\n');
  expect(fillTemplate(template, 'a.ts', names, [])).toBe('always\nnone,\n');
});

test('the example’s names become the adapter’s own, quotes kept apart from those of code', () => {
  const template = "exampleShopAdapter, 'example-shop', 'example_shop.unknown', regulars-example-shop, 'Example Shop'";
  const filled = "lousShopAdapter, 'lous-shop', 'lous_shop.unknown', regulars-lous-shop, ";
  expect(fillTemplate(template, 'src/index.ts', names, [])).toBe(`${filled}'Lou\\'s Shop'`);
  expect(fillTemplate(template, 'README.md', names, [])).toBe(`${filled}'Lou's Shop'`);
});
