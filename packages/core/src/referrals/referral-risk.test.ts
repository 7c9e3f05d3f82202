import { describe, expect, it } from 'vitest';
import { assessClaim, needsReview } from './referral-risk.ts';

const claim = (advocatePersonKey: string, friendPersonKey: string, claimsToday = 0) =>
  assessClaim({ advocatePersonKey, friendPersonKey, claimsToday });

describe('a person looks before anybody is rewarded', () => {
  it.for([
    ['alice.jansen@example.com', 'alice.jansen2@example.com'],
    ['alice.jansen@example.com', 'alicejansen@example.com'],
  ])('when %s brings %s, and nothing else is odd', ([advocate = '', friend = '']) => {
    expect(needsReview(claim(advocate, friend))).toBe(true);
  });

  it.for([
    ['alice.jansen@example.com', 'alice.jansen@example.org'],
    ['alice.jansen@example.com', 'bob.de.vries@example.com'],
    ['alice.jansen@example.com', 'pieter.jansen@example.com'],
  ])('but not when %s brings %s', ([advocate = '', friend = '']) => {
    expect(needsReview(claim(advocate, friend))).toBe(false);
  });

  it('nor because a link had many claims in a day, by that alone', () => {
    expect(needsReview(claim('alice.jansen@example.com', 'bob@example.org', 20))).toBe(false);
  });
});
