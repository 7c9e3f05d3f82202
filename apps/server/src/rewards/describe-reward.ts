import type { Reward } from '@regulars/core/referrals';
import type { PageLanguage } from '../foundation/pages/index.ts';
import { dayWords, rewardWords } from '../referrals/door.ts';
import type { Store } from '../stores/door.ts';

/** What a letter says of a reward: the code, its worth in words, and its last day. */
export function describeReward({ side, code, terms, expiresAt }: Reward, store: Store, language: PageLanguage) {
  const description = rewardWords(terms, store.currency, language, side === 'friend_welcome' ? 'first' : 'next');
  return { code, description, expires_on: dayWords(expiresAt, language, store.timeZone) };
}
