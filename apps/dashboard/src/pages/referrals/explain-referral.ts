import type { Referral } from '../../api/referrals.ts';
import type { Formats } from '../../formats/formats.ts';
import type { Messages } from '../../messages/en.ts';

/** Why a referral stands as it does, and until when; empty where there is nothing to add. */
export function explainReferral(
  { reason, nextAt, status, isWaitingForReview, risk }: Referral,
  t: Messages['referrals'],
  formats: Formats,
): string {
  const risks = risk.reasons.map((code) => t.risks[code] ?? code);
  const suspicion = risks.length === 0 ? '' : t.because(formats.list(risks));
  if (isWaitingForReview) return [t.waitsForReview, suspicion].filter(Boolean).join(': ');
  if (reason !== null) return t.reasons[reason] ?? reason;
  if (status === 'held' && nextAt !== null) return t.heldUntil(formats.date(nextAt));
  return status === 'claimed' && nextAt !== null ? t.openUntil(formats.date(nextAt)) : '';
}
