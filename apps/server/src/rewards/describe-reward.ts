import type { Reward } from '@regulars/core/referrals';
import type { Language } from '@regulars/core/shared';
import { dayWords, rewardWords } from '../referrals/door.ts';
import type { Store } from '../stores/door.ts';

/** What a letter says of a reward: the code, its worth in words, and its last day. */
export function describeReward({ side, code, terms, expiresAt }: Reward, store: Store, language: Language) {
  const description = rewardWords(terms, store.currency, language, side === 'friend_welcome' ? 'first' : 'next');
  return { code, description, expires_on: dayWords(expiresAt, language, store.timeZone) };
}
