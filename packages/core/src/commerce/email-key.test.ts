import { describe, expect, test } from 'vitest';
import { toEmailKey } from './email-key.ts';
import { toPersonKey } from './person-key.ts';

describe('the key of an address', () => {
  test('ignores case, surrounding blanks and the way accents are composed', () => {
    expect(toEmailKey(' Anna.Smit@Example.COM\n')).toBe('anna.smit@example.com');
    expect(toEmailKey('jose\u0301@example.com')).toBe(toEmailKey('jos\u00e9@example.com'));
  });

  test('keeps dots and tags, for they may be somebody else', () => {
    expect(toEmailKey('a.b+c@gmail.com')).toBe('a.b+c@gmail.com');
  });

  test.each(["o'brien@example.ie", 'a@b.co', 'user@sub.domain.example', 'info@müller.de', 'x_y-z%1@example.com'])(
    '%s is an address',
    (email) => {
      expect(toEmailKey(email)).toBe(email);
    },
  );

  test.each([
    '',
    'anna',
    'anna@',
    '@example.com',
    'anna@example',
    'anna@@example.com',
    'anna@exa mple.com',
    'an na@example.com',
    'anna@example.com, bert@example.com',
    'Anna <anna@example.com>',
    '"anna"@example.com',
    '.anna@example.com',
    'anna.@example.com',
    'an..na@example.com',
    'anna@.example.com',
    'anna@example.com\r\nBcc: x@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
  ])('%j is none', (email) => {
    expect(toEmailKey(email)).toBeNull();
  });
});

describe('the person behind an address', () => {
  test.each([
    ['An.Na+spring@googlemail.com', 'anna@gmail.com'],
    ['anna+x@outlook.com', 'anna@outlook.com'],
    ['an.na+x@fastmail.com', 'an.na@fastmail.com'],
    ['anna+x@proton.me', 'anna@proton.me'],
    ['anna+x@icloud.com', 'anna@icloud.com'],
    ['anna+x@example.com', 'anna+x@example.com'],
    ['+x@gmail.com', '+x@gmail.com'],
  ])('of %s is %s', (email, person) => {
    expect(toPersonKey(email)).toBe(person);
  });

  test('is nobody where there is no address', () => {
    expect(toPersonKey('nobody')).toBeNull();
  });
});
