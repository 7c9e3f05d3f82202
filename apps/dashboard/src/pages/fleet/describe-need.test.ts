import { describe, expect, it } from 'vitest';

import type { Need } from '../../api/reports.ts';
import { createFormats } from '../../formats/formats.ts';
import { en } from '../../messages/en.ts';
import { nl } from '../../messages/nl.ts';
import { describeNeed } from './describe-need.ts';

const english = { t: en.needs, formats: createFormats('en-GB') };
const dutch = { t: nl.needs, formats: createFormats('nl-NL') };

function aNeed(code: Need['code'], change: Partial<Need> = {}): Need {
  return { code, urgency: 'today', place: 'orders', count: null, sinceAt: null, values: {}, ...change };
}

describe('what needs somebody', () => {
  it('is told for one as one, for many by their number', () => {
    expect(describeNeed(aNeed('deliveries.poison', { count: 1 }), english)).toBe('One delivery could not be used.');
    expect(describeNeed(aNeed('deliveries.poison', { count: 1_200 }), english)).toBe(
      '1,200 deliveries could not be used.',
    );
    expect(describeNeed(aNeed('deliveries.poison', { count: 1_200 }), dutch)).toBe(
      '1.200 leveringen waren onbruikbaar.',
    );
  });

  it('tells mail from shop, and why a shop could not be asked', () => {
    const paused = (purpose: string) => aNeed('connection.paused', { values: { purpose, reason: 'x' } });
    expect(describeNeed(paused('mail'), english)).toBe('The mail account rests; what is to be sent waits.');
    expect(describeNeed(paused('platform'), english)).toBe('The connection to the shop rests.');
    const failed = (reason: string) => aNeed('connection.unreachable', { values: { reason } });
    expect(describeNeed(failed('unauthenticated'), english)).toContain('it does not accept the key');
    expect(describeNeed(failed('something new'), english)).toContain('it cannot be reached');
  });

  it('compares a store with its own past, where it has one', () => {
    const refunds = (usual: number | null) => aNeed('refunds.high', { values: { share: 0.125, usual, orders: 40 } });
    expect(describeNeed(refunds(0.04), english)).toBe('12.5% of sales were given back in 30 days; 4% is usual here.');
    expect(describeNeed(refunds(null), english)).toBe('12.5% of sales were given back in 30 days.');
    const hourMs = 3_600_000;
    const quiet = aNeed('orders.quiet', { values: { pauseMs: 76 * hourMs, longestPauseMs: 26 * hourMs, orders: 90 } });
    expect(describeNeed(quiet, english)).toBe('No order for 3 days 4 hrs; the longest pause of late was 1 day 2 hrs.');
  });
});
