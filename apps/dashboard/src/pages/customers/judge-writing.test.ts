import { expect, test } from 'vitest';

import type { Customer } from '../../api/customers.ts';
import { judgeWriting } from './judge-writing.ts';

const nowMs = Date.parse('2026-11-22T12:00:00Z');
const bought = (lastPurchaseAt: string) => ({ lastPurchaseAt }) as Customer['values'][number];
const judge = (change: Partial<Customer>, scopes: readonly ('all' | 'marketing')[] = []) =>
  judgeWriting(
    {
      email: 'ada@buyer.example',
      erasedAt: null,
      consent: { state: 'unknown', source: null, at: null },
      values: [],
      ...change,
    },
    scopes.map((scope) => ({ scope })),
    nowMs,
  ).rule;
const said = (state: string) => ({ consent: { state, source: null, at: null } });

test('what forbids wins over what was said', () => {
  expect(judge(said('subscribed'), ['marketing'])).toBe('suppressedMarketing');
  expect(judge(said('subscribed'), ['marketing', 'all'])).toBe('never');
  expect(judge({ ...said('subscribed'), email: null }, ['all'])).toBe('noAddress');
});

test('what was said wins over a purchase', () => {
  const values = [bought('2026-11-01T12:00:00Z')];
  expect(judge({ ...said('unsubscribed'), values })).toBe('saidNo');
  expect(judge({ ...said('pending'), values })).toBe('notAgreed');
  expect(judge({ ...said('not_asked'), values })).toBe('bought');
});

test('a purchase is enough for two years, the last one in any currency', () => {
  expect(judge({ values: [bought('2024-11-23T12:00:00Z'), bought('2020-01-01T12:00:00Z')] })).toBe('bought');
  expect(judge({ values: [bought('2024-11-22T11:59:59Z')] })).toBe('notAgreed');
  expect(judge({})).toBe('notAgreed');
});
