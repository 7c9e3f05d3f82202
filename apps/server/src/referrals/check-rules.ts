import type { PlatformCapabilities } from '@regulars/adapter-contracts';
import type { ReferralRules } from '@regulars/core/referrals';
import type { Rejection } from '@regulars/core/shared';
import type { Store } from '../stores/door.ts';
import { canGive } from './reward-kinds.ts';

const rewards = ['friendWelcome', 'advocateReward', 'friendReward'] as const;

/**
 * What keeps a programme from working by these rules in this store.
 *
 * @param capabilities - of the platform that makes the store's codes; null as long as there is none.
 */
export function checkRules(
  rules: ReferralRules,
  store: Store,
  capabilities: PlatformCapabilities | null,
): readonly Rejection[] {
  const code = 'referral.rules_invalid';
  const inCurrency =
    rules.currency === store.currency
      ? []
      : [{ code, path: '/rules/currency', message: `The store sells in ${store.currency}; so must the programme.` }];
  const ungivable = rewards.filter((name) => {
    const terms = rules[name];
    return terms !== null && !canGive(terms, capabilities);
  });
  const message = 'The store’s platform cannot give such a reward.';
  return [...inCurrency, ...ungivable.map((name) => ({ code, path: `/rules/${name}`, message }))];
}
