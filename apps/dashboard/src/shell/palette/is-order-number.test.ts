import { describe, expect, it } from 'vitest';

import { isOrderNumber } from './is-order-number.ts';

describe('the number of an order', () => {
  it('is one word with a digit in it, as shops write them', () => {
    for (const typed of ['1042', '#1042', ' KK-8-44 ', 'R2026/17']) expect(isOrderNumber(typed), typed).toBe(true);
  });

  it('is no name, no address, and not a single digit, which all numbers begin with', () => {
    for (const typed of ['', '1', 'anna', 'tim286@post.example', 'last 30 days'])
      expect(isOrderNumber(typed), typed).toBe(false);
  });
});
