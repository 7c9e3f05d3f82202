import type { SequenceDefinition } from '../definition.ts';
import { cartReminder } from './cart-reminder.ts';
import { postPurchase } from './post-purchase.ts';
import { referralInvite } from './referral-invite.ts';

/** A sequence ready to be switched on. */
export interface PlaybookPreset {
  readonly definition: SequenceDefinition;
  /** Whether a new store starts with it live, or with a draft to look at first. */
  readonly initialState: 'live' | 'draft';
}

/** Every preset, in the order a store would switch them on. */
export const playbook: readonly PlaybookPreset[] = [
  { definition: postPurchase, initialState: 'live' },
  { definition: referralInvite, initialState: 'draft' },
  { definition: cartReminder, initialState: 'draft' },
];
