import { randomInt } from 'node:crypto';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * A link's name that reads like a person's: the first name in plain letters and four random ones (31⁴, nearly a million
 * for each name), or eight random ones where there is no name that letters from a to z can write.
 *
 * @example
 * ```ts
 * makeAdvocateSlug('Zoë'); // 'zoe-k7qm'
 * ```
 */
export function makeAdvocateSlug(firstName: string | null): string {
  const name = (firstName ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '')
    .slice(0, 20);
  return name.length < 2 ? randomLetters(8) : `${name}-${randomLetters(4)}`;
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('');
}
