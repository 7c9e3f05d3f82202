import type { OrderId, ReferralId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { ReferralRejection } from './referral.ts';
import type { RewardTerms } from './reward-terms.ts';

/** On whose timeline an event stands. */
export type ReferralRole = 'advocate' | 'friend';

interface About {
  readonly referralId: ReferralId;
  readonly role: ReferralRole;
}

/**
 * What became of a referral, told once on the advocate's timeline and once on the friend's. `reward` is what that
 * person is given with this event, terms included, so that the room `rewards` need not ask back; null for nothing.
 */
export type ReferralEvent =
  | { readonly kind: 'referralClaimed'; readonly data: About & { readonly reward: RewardTerms | null } }
  | { readonly kind: 'referralHeld'; readonly data: About & { readonly orderId: OrderId; readonly holdUntil: Instant } }
  | {
      readonly kind: 'referralQualified';
      readonly data: About & {
        readonly orderId: OrderId;
        readonly reward: RewardTerms | null;
        readonly withheld: 'advocate_cap' | null;
      };
    }
  | { readonly kind: 'referralRejected'; readonly data: About & { readonly reason: ReferralRejection } }
  | { readonly kind: 'referralExpired'; readonly data: About }
  | {
      readonly kind: 'referralReversed';
      readonly data: About & { readonly orderId: OrderId; readonly extent: 'full' | 'part' };
    };
