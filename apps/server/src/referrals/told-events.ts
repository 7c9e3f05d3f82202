import type { ReferralEvent } from '@regulars/core/referrals';
import type { Instant } from '@regulars/core/shared';
import type { NewEvent } from '../foundation/events/event-log.ts';
import type { StoredReferral } from './referral-repository.ts';

/** Puts each event on the timeline of the person it speaks of. */
export function toldEvents(
  { advocateId, friendId }: StoredReferral,
  events: readonly ReferralEvent[],
  at: Instant,
): readonly NewEvent[] {
  return events.map(({ kind, data }) => ({
    customerId: data.role === 'advocate' ? advocateId : friendId,
    kind,
    at,
    data,
  }));
}
