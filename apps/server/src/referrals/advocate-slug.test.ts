import { expect, it } from 'vitest';
import { makeAdvocateSlug } from './advocate-slug.ts';

it.each([
  ['Zoë', /^zoe-[a-z2-9]{4}$/],
  ['Jean-Luc', /^jeanluc-[a-z2-9]{4}$/],
  ["  O'Neil ", /^oneil-[a-z2-9]{4}$/],
  ['Χρήστος', /^[a-z2-9]{8}$/],
  ['J', /^[a-z2-9]{8}$/],
  [null, /^[a-z2-9]{8}$/],
])('the link of %s reads like a name', (firstName, form) => {
  expect(makeAdvocateSlug(firstName)).toMatch(form);
});
