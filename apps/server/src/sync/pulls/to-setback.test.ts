import { AdapterError, type AdapterErrorKind } from '@regulars/adapter-contracts';
import { describe, expect, it } from 'vitest';
import { minuteMs } from '@regulars/core/shared';
import { toSetback } from './to-setback.ts';

const failed = (kind: AdapterErrorKind, retryAfterMs?: number) =>
  new AdapterError('In words.', { kind, outcome: 'notDone', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });

describe('what stands in the way of a pull', () => {
  it('passes when the platform says, where it says so', () => {
    expect(toSetback(failed('rateLimited', 42_000), 5)).toEqual({
      waitMs: 42_000,
      code: 'rateLimited',
      message: 'In words.',
    });
  });

  it('is waited for longer each time where it does not, and half an hour at most', () => {
    const waits = [0, 1, 2, 3, 30].map((failures) => toSetback(failed('unavailable'), failures).waitMs);
    expect(waits).toEqual([15_000, 30_000, 60_000, 120_000, 30 * minuteMs]);
  });

  it.each(['unauthenticated', 'forbidden', 'misconfigured', 'invalid', 'notFound'] as const)(
    'is a person’s to change when it is %s, in the words of the adapter',
    (kind) => {
      expect(toSetback(failed(kind), 0)).toEqual({ waitMs: null, code: kind, message: 'In words.' });
    },
  );

  it('tells nothing of an error that is none of the adapter’s own', () => {
    const setback = toSetback(new Error('sk_live_secret'), 0);
    expect(setback).toMatchObject({ waitMs: 15_000, code: 'adapter_broke' });
    expect(setback.message).not.toContain('secret');
  });
});
