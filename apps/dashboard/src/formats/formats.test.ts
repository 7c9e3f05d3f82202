import { describe, expect, it } from 'vitest';

import { createFormats } from './formats.ts';

const english = createFormats('en-GB');
const dutch = createFormats('nl-NL');
const nowMs = Date.parse('2026-11-22T10:00:00Z');

describe('formats', () => {
  it('write money as the viewer does, with the decimals of its currency', () => {
    expect(english.money({ amountMinor: 1_990, currency: 'EUR' })).toBe('€19.90');
    expect(dutch.money({ amountMinor: 1_990, currency: 'EUR' }).replaceAll('\u00a0', ' ')).toBe('€ 19,90');
    expect(english.money({ amountMinor: 1_990, currency: 'JPY' })).toBe('JP¥1,990');
  });

  it('name countries and languages, and leave alone what is neither', () => {
    expect([english.country('NL'), dutch.country('NL'), english.country('Nowhere')]).toEqual([
      'Netherlands',
      'Nederland',
      'Nowhere',
    ]);
    expect([english.language('nl_NL'), english.language('no language')]).toEqual([
      'Dutch (Netherlands)',
      'no language',
    ]);
  });

  it('cut money short without losing its size', () => {
    expect(english.roughMoney({ amountMinor: 1_234_500, currency: 'EUR' })).toBe('€12.3k');
    expect(english.roughMoney({ amountMinor: 14_680, currency: 'EUR' })).toBe('€147');
    expect(english.roughMoney({ amountMinor: 12_345, currency: 'JPY' })).toBe('JP¥12.3k');
    expect(english.roughMoney({ amountMinor: 1_990, currency: 'EUR' })).toBe('€19.90');
    expect(english.roughMoney({ amountMinor: 2_000, currency: 'EUR' })).toBe('€20');
  });

  it('tell a share, and how many a figure is made of', () => {
    expect([english.percent(0.125), dutch.percent(0.125)]).toEqual(['12.5%', '12,5%']);
    expect([english.n(1_204), dutch.n(1_204)]).toEqual(['n\u00a0=\u00a01,204', 'n\u00a0=\u00a01.204']);
  });

  it('tell a span of time in its two largest units', () => {
    expect(english.duration(90_000)).toBe('1 min 30 secs');
    expect(english.duration(3_599_999)).toBe('1 hr');
    expect(english.duration(86_399_000)).toBe('1 day');
    expect(dutch.duration(26 * 3_600_000)).toBe('1 dag, 2 uur');
    expect(english.duration(0)).toBe('1 sec');
  });

  it('tell how long ago in the largest unit that fits', () => {
    expect(english.ago('2026-11-22T09:59:50Z', nowMs)).toBe('now');
    expect(dutch.ago('2026-11-22T10:00:10Z', nowMs)).toBe('nu');
    expect(english.ago('2026-11-22T07:00:00Z', nowMs)).toBe('3 hours ago');
    expect(english.ago('2026-11-25T10:00:00Z', nowMs)).toBe('in 3 days');
    expect(english.ago('2025-06-07T10:00:00Z', nowMs)).toBe('18 months ago');
    expect(dutch.ago('2023-11-01T10:00:00Z', nowMs)).toBe('3 jaar geleden');
  });
});
