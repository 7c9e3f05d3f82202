import { expect, test } from 'vitest';
import { z } from 'zod';
import { toJsonPointer, toRejection } from './to-rejection.ts';

test('a rejection names the first place that is wrong, and not what stood there', () => {
  const read = z
    .object({ lines: z.array(z.object({ email: z.number() })) })
    .safeParse({ lines: [{ email: 'ada@buyer.test' }] });
  expect(read.success || toRejection('shop.invalid', read.error, '/data')).toEqual({
    code: 'shop.invalid',
    path: '/data/lines/0/email',
    message: 'Invalid input: expected number, received string',
  });
});

test('names with slashes and tildes are escaped in a pointer', () => {
  expect(toJsonPointer(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d');
});
