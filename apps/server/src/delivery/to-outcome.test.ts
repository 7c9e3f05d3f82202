import { describe, expect, it } from 'vitest';
import { AdapterError, type AdapterErrorKind } from '@regulars/adapter-contracts';
import { hourMs, minuteMs, plus, toInstant, type EffectId } from '@regulars/core/shared';
import { findAccountFault, findRequiredPauseMs, toOutcome, type PostResult } from './to-outcome.ts';

const now = toInstant(Date.UTC(2026, 10, 22, 12));
const id = 'effect' as EffectId;
const asks = { resolution: 'lookup', deliveryEvents: true, concurrency: 1 } as const;
const failed = (
  kind: AdapterErrorKind,
  outcome: 'notDone' | 'unknown' = 'notDone',
  retryAfterMs?: number,
): PostResult => ({
  kind: 'failed',
  error: new AdapterError('x', { kind, outcome, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }),
});
const outcomeOf = (result: PostResult, attempt = 0) => toOutcome(id, result, attempt, asks, now);

describe('what becomes of a posted mail', () => {
  it('follows the provider’s answer', () => {
    const accepted = { kind: 'answered', outcome: { status: 'accepted', providerReference: 'r' } } as const;
    expect(outcomeOf(accepted)).toEqual({ id, state: 'accepted', providerReference: 'r' });
    const rejected = {
      kind: 'answered',
      outcome: { status: 'rejected', reason: 'policy', detailCode: '5.7.1' },
    } as const;
    expect(outcomeOf(rejected)).toEqual({ id, state: 'rejected', reason: 'policy' });
  });

  it('is tried again later and later, never sooner than the provider asks', () => {
    const dueAfter = (result: PostResult, attempt: number) => {
      const outcome = outcomeOf(result, attempt);
      return outcome.state === 'planned' ? outcome.dueAt - now : null;
    };
    expect([0, 1, 2, 3, 4, 9].map((attempt) => dueAfter(failed('unavailable'), attempt))).toEqual(
      [1, 5, 15, 60, 240, 240].map((minutes) => minutes * minuteMs),
    );
    expect(dueAfter(failed('rateLimited', 'notDone', 2 * hourMs), 0)).toBe(2 * hourMs);
  });

  it('is unknown where it may have gone, also when an adapter breaks its promise', () => {
    const unknown = { id, state: 'unknown', reason: 'outcome_unknown', dueAt: plus(now, minuteMs) };
    expect(outcomeOf(failed('unavailable', 'unknown'))).toEqual(unknown);
    expect(outcomeOf({ kind: 'failed', error: new TypeError('bug') })).toEqual(unknown);
  });

  it('stays unknown at once where nobody can be asked', () => {
    const outcome = toOutcome(id, failed('unavailable', 'unknown'), 0, { ...asks, resolution: 'none' }, now);
    expect(outcome).toEqual({ id, state: 'unknown_final', reason: 'outcome_unknown' });
  });

  it('is the account’s fault only where nothing was done and no other mail would fare better', () => {
    const faults = ['unauthenticated', 'forbidden', 'misconfigured'] as const;
    expect(faults.map((kind) => findAccountFault(failed(kind)))).toEqual(faults);
    const others = ['unavailable', 'rateLimited', 'invalid'] as const;
    expect(others.map((kind) => findAccountFault(failed(kind)))).toEqual([null, null, null]);
    expect(findAccountFault(failed('forbidden', 'unknown'))).toBeNull();
  });

  it('lets the rest wait when the provider asks for a pause or refuses the account, and else not', () => {
    expect([
      findRequiredPauseMs(failed('rateLimited', 'notDone', 5_000)),
      findRequiredPauseMs(failed('forbidden')),
      findRequiredPauseMs(failed('unavailable')),
      findRequiredPauseMs({ kind: 'answered', outcome: { status: 'accepted', providerReference: null } }),
    ]).toEqual([5_000, minuteMs, null, null]);
  });
});
