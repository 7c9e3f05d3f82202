import { minuteMs } from '../shared/instant.ts';
import { jaroWinkler } from './jaro-winkler.ts';

/** A sign of fraud and what it weighs. Signs add up; none of them is proof, and the likeness of two addresses alone is worth a look. */
export type RiskReason = 'similar_email' | 'many_claims_today' | 'order_within_minutes' | 'order_at_minimum';

const weights: Readonly<Record<RiskReason, number>> = {
  similar_email: 5,
  many_claims_today: 3,
  order_within_minutes: 1,
  order_at_minimum: 1,
};

/** From this sum on a person looks before anybody is rewarded. */
const reviewFrom = 5;
const similarFrom = 0.92;
const manyClaims = 10;

/** What speaks against a referral, kept with it so that a person can see why it waits. */
export interface ReferralRisk {
  readonly score: number;
  readonly reasons: readonly RiskReason[];
}

export const noRisk: ReferralRisk = { score: 0, reasons: [] };

/** Signs seen when a friend claims. Person keys are e-mail addresses as `toPersonKey` writes them. */
export function assessClaim(facts: {
  readonly advocatePersonKey: string | null;
  readonly friendPersonKey: string;
  /** Claims on this advocate's link in the last 24 hours, this one not counted. */
  readonly claimsToday: number;
}): ReferralRisk {
  let risk = noRisk;
  if (facts.advocatePersonKey !== null && isSimilarEmail(facts.advocatePersonKey, facts.friendPersonKey)) {
    risk = withReason(risk, 'similar_email');
  }
  return facts.claimsToday >= manyClaims ? withReason(risk, 'many_claims_today') : risk;
}

/** Adds the signs seen when the friend's order is paid. */
export function assessOrder(
  risk: ReferralRisk,
  facts: { readonly claimToOrderMs: number; readonly netMinor: number; readonly minimumOrderMinor: number },
): ReferralRisk {
  let assessed = risk;
  if (facts.claimToOrderMs < 2 * minuteMs) assessed = withReason(assessed, 'order_within_minutes');
  const isAtMinimum = facts.minimumOrderMinor > 0 && facts.netMinor === facts.minimumOrderMinor;
  return isAtMinimum ? withReason(assessed, 'order_at_minimum') : assessed;
}

/** Whether a person must look at the referral before its rewards are given. */
export function needsReview(risk: ReferralRisk): boolean {
  return risk.score >= reviewFrom;
}

function withReason(risk: ReferralRisk, reason: RiskReason): ReferralRisk {
  if (risk.reasons.includes(reason)) return risk;
  return { score: risk.score + weights[reason], reasons: [...risk.reasons, reason] };
}

/** Alike before the @ at one and the same provider; the provider's name itself says nothing. */
function isSimilarEmail(first: string, second: string): boolean {
  const [firstLocal = '', firstDomain] = first.split('@');
  const [secondLocal = '', secondDomain] = second.split('@');
  return firstDomain === secondDomain && jaroWinkler(firstLocal, secondLocal) > similarFrom;
}
