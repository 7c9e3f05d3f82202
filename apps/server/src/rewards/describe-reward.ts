import type { Reward } from '@regulars/core/referrals';
import type { PageLanguage } from '../foundation/pages/index.ts';
import { dayWords, discountWords } from '../referrals/door.ts';
import type { Store } from '../stores/door.ts';

/** What a letter says of a reward: the code, its worth in words, and its last day. */
export function describeReward({ side, code, terms, expiresAt }: Reward, store: Store, language: PageLanguage) {
  const discount = discountWords(terms, store.currency, language);
  const isFirst = side === 'friend_welcome';
  const description =
    language === 'nl'
      ? `${discount} korting op je ${isFirst ? 'eerste' : 'volgende'} bestelling`
      : `${discount} off your ${isFirst ? 'first' : 'next'} order`;
  return { code, description, expires_on: dayWords(expiresAt, language, store.timeZone) };
}
