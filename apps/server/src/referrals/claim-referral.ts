import { decideClaim, noRisk, type Referral, type ReferralRejection } from '@regulars/core/referrals';
import { toEmailKey, toPersonKey } from '@regulars/core/commerce';
import type { CustomerId, Instant, ReferralId, StoreId } from '@regulars/core/shared';
import { ensureCustomer, findBuyerByEmail, findPeople } from '../customers/door.ts';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database, Tx } from '../foundation/database/database.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { deriveId, newId } from '../foundation/ids.ts';
import { countClaimsToday, findAdvocateBySlug, findStoreOfLink } from './advocate-repository.ts';
import { findProgram, type ReferralProgram } from './program-repository.ts';
import { findLiveReferral, insertReferral, type StoredReferral } from './referral-repository.ts';
import { deriveRewardId, type RewardCodes } from './reward-code.ts';
import { toldEvents } from './told-events.ts';

export interface ClaimDeps {
  readonly database: Database;
  readonly rewardCodes: RewardCodes;
}

export interface ClaimForm {
  readonly slug: string;
  readonly email: string;
  readonly isConsenting: boolean;
  /** The language of the page the friend reads; kept with a customer that is made here. */
  readonly locale: string;
}

/** `welcomed` is a new claim or the one this friend has already: the same code is shown again. */
export type ClaimOutcome =
  | { readonly kind: 'welcomed'; readonly storeId: StoreId; readonly referralId: ReferralId }
  | { readonly kind: 'refused'; readonly reason: ReferralRejection }
  | { readonly kind: 'email_invalid' };

/** Takes a friend's claim: one transaction decides, writes the referral, makes the friend a customer and tells both timelines. */
export async function claimReferral(deps: ClaimDeps, form: ClaimForm): Promise<ClaimOutcome> {
  const emailKey = toEmailKey(form.email);
  const personKey = toPersonKey(form.email);
  if (emailKey === null || personKey === null) return { kind: 'email_invalid' };
  const storeId = await deps.database.withDirectory((tx) => findStoreOfLink(tx, form.slug));
  if (storeId === null) return { kind: 'refused', reason: 'link_unknown' };
  const outcome = await deps.database.withStore(storeId, (tx, now) =>
    claimInStore(deps, tx, storeId, form, { emailKey, personKey }, now),
  );
  crashPoint('referrals.afterCommit');
  return outcome;
}

async function claimInStore(
  deps: ClaimDeps,
  tx: Tx,
  storeId: StoreId,
  form: ClaimForm,
  { emailKey, personKey }: { readonly emailKey: string; readonly personKey: string },
  now: Instant,
): Promise<ClaimOutcome> {
  const program = await findProgram(tx, storeId);
  const advocateId = await findAdvocateBySlug(tx, storeId, form.slug);
  if (program === null || advocateId === null) return { kind: 'refused', reason: 'link_unknown' };
  const [advocate] = await findPeople(tx, storeId, [advocateId]);
  const buyer = await findBuyerByEmail(tx, storeId, [emailKey, personKey]);
  const live = await findLiveReferral(tx, storeId, personKey);
  const decision = decideClaim(
    {
      referralId: newId(),
      link: program.state,
      rules: program.rules,
      advocatePersonKey: advocate?.email == null ? null : toPersonKey(advocate.email),
      friendPersonKey: personKey,
      friendPurchaseCount: buyer?.purchaseCount ?? 0,
      friendHasLiveReferral: live !== null,
      claimsToday: await countClaimsToday(tx, storeId, advocateId),
    },
    now,
  );
  if (!decision.ok) {
    if (decision.failure === 'already_referred' && live !== null)
      return { kind: 'welcomed', storeId, referralId: live.referral.referralId };
    await recordRefusal(
      tx,
      storeId,
      { program, advocateId, friendId: buyer?.customerId ?? null, personKey },
      decision.failure,
      now,
    );
    return { kind: 'refused', reason: decision.failure };
  }

  const { referral, events } = decision.value;
  const friendId = await ensureCustomer(
    tx,
    storeId,
    {
      email: form.email,
      firstName: null,
      locale: form.locale,
      saidYesAt: form.isConsenting ? now : null,
    },
    now,
  );
  const rewardId = deriveRewardId(storeId, `referral:${referral.referralId}`, 'friend_welcome');
  const friendCode = deps.rewardCodes(rewardId, 'friend_welcome').toLowerCase();
  const stored: StoredReferral = {
    programId: program.id,
    advocateId,
    friendId,
    friendPersonKey: personKey,
    friendCode,
    referral,
  };
  if (!(await insertReferral(tx, storeId, stored))) {
    // The same friend pressed twice and the other press won.
    const winner = await findLiveReferral(tx, storeId, personKey);
    if (winner === null) throw new Error('A claim was refused as a second one, but there is no first.');
    return { kind: 'welcomed', storeId, referralId: winner.referral.referralId };
  }
  await appendEvents(tx, storeId, toldEvents(stored, events, now));
  crashPoint('referrals.beforeCommit');
  return { kind: 'welcomed', storeId, referralId: referral.referralId };
}

interface Refused {
  readonly program: ReferralProgram;
  readonly advocateId: CustomerId;
  /** Null when the store knows nobody by that address. */
  readonly friendId: CustomerId | null;
  readonly personKey: string;
}

/** Keeps why a claim was refused, once per advocate, friend and reason, so that "why no reward?" has an answer. */
async function recordRefusal(
  tx: Tx,
  storeId: StoreId,
  { program, advocateId, friendId, personKey }: Refused,
  reason: ReferralRejection,
  now: Instant,
): Promise<void> {
  if (reason !== 'self_referral' && reason !== 'existing_customer') return;
  const referral: Referral = {
    referralId: deriveId(storeId, `refused claim|${advocateId}|${personKey}|${reason}`),
    rules: program.rules,
    claimedAt: now,
    risk: noRisk,
    standing: { status: 'rejected', reason },
  };
  const stored: StoredReferral = {
    programId: program.id,
    advocateId,
    friendId: friendId ?? advocateId,
    friendPersonKey: personKey,
    friendCode: null,
    referral,
  };
  if (!(await insertReferral(tx, storeId, stored))) return;
  const { referralId } = referral;
  await appendEvents(
    tx,
    storeId,
    toldEvents(stored, [{ kind: 'referralRejected', data: { referralId, role: 'advocate', reason } }], now),
  );
}
