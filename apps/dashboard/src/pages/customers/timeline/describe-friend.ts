import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import { numberOf, textOf, type Words } from './words.ts';

/** Friends who were brought, and what both got for it. */
export function describeFriend(row: TimelineRow, { t, gates, referrals, formats }: Words): TimelineEntry | null {
  const role = textOf(row, 'role') === 'advocate' ? 'advocate' : 'friend';
  const entry = (title: string, why: string | null, tone: TimelineEntry['tone'], topic: 'friend' | 'reward') => ({
    title,
    why,
    tone,
    topic,
    mailId: null,
  });
  const dateOf = (name: string) => formats.date(new Date(numberOf(row, name)).toISOString());
  switch (row.kind) {
    case 'referralClaimed':
      return entry(t.referralClaimed[role], null, 'neutral', 'friend');
    case 'referralHeld':
      return entry(t.referralHeld[role], t.heldUntil(dateOf('holdUntil')), 'neutral', 'friend');
    case 'referralQualified':
      return entry(
        t.referralQualified[role],
        row.data['withheld'] === 'advocate_cap' ? t.capWithheld : null,
        'good',
        'friend',
      );
    case 'referralRejected':
      return entry(t.referralRejected[role], gates.reasons[row.reason ?? ''] ?? row.why, 'attention', 'friend');
    case 'referralExpired':
      return entry(t.referralExpired[role], null, 'neutral', 'friend');
    case 'referralReversed':
      return entry(t.referralReversed[role], referrals.reasons[textOf(row, 'extent')] ?? null, 'attention', 'friend');
    case 'rewardIssued':
      return entry(t.rewardIssued, null, 'good', 'reward');
    case 'rewardRedeemed':
      return entry(t.rewardRedeemed, null, 'good', 'reward');
    case 'rewardExpired':
      return entry(t.rewardExpired, null, 'neutral', 'reward');
    case 'rewardRevoked':
      return entry(t.rewardRevoked, null, 'attention', 'reward');
    default:
      return null;
  }
}
