import { expect, it } from 'vitest';

import { samePage } from './same-page.ts';

it.each([
  ['/stores/coffee', '/stores/$slug'],
  ['/stores/coffee/customers', '/stores/$slug/customers'],
  ['/stores/coffee/customers/0198-1', '/stores/$slug/customers'],
  ['/stores/coffee/playbook', '/stores/$slug'],
  ['/fleet', '/stores/$slug'],
])('from %s one comes to %s of the other store', (from, to) => {
  expect(samePage(from)).toBe(to);
});
