import type { RewardTerms } from '../../api/referral-program.ts';
import type { Store } from '../../api/stores.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';

/** Says in a few words what a reward is worth. */
export function useWorth(store: Store): (terms: RewardTerms) => string {
  const t = useMessages();
  const formats = useFormats();
  return (terms) => {
    switch (terms.kind) {
      case 'percent':
        return formats.percent(terms.percent / 100);
      case 'fixed':
        return formats.money({ amountMinor: terms.amountMinor, currency: store.currency });
      case 'freeShipping':
        return t.referrals.freeShipping;
      case 'freeGift':
        return t.referrals.gift(terms.productName);
    }
  };
}
