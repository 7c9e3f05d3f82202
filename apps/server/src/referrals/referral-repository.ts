import { sql, type RawBuilder } from 'kysely';
import type { Referral, ReferralStanding } from '@regulars/core/referrals';
import {
  toIsoString,
  type CustomerId,
  type Instant,
  type OrderId,
  type ReferralId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { lockStreams } from '../foundation/events/lock-stream.ts';
import type { ProgramId } from './program-repository.ts';

/** A referral with the two people it joins. */
export interface StoredReferral {
  readonly programId: ProgramId;
  readonly advocateId: CustomerId;
  readonly friendId: CustomerId;
  readonly friendPersonKey: string;
  /** In lower case; null for a claim that was refused. */
  readonly friendCode: string | null;
  readonly referral: Referral;
}

interface ReferralRow extends Omit<StoredReferral, 'referral'> {
  readonly id: ReferralId;
  readonly rules: Referral['rules'];
  readonly decided: Omit<Referral, 'referralId' | 'rules'>;
}

const columns = sql`
  id, program_id as "programId", advocate_customer_id as "advocateId", friend_customer_id as "friendId",
  friend_person_key as "friendPersonKey", friend_code as "friendCode", rules, decided`;

/** Writes a new referral. False when the friend has a live one already, or this very claim was refused before. */
export async function insertReferral(tx: Tx, storeId: StoreId, stored: StoredReferral): Promise<boolean> {
  const { referral } = stored;
  const { standing } = referral;
  const { numAffectedRows } = await sql`
    insert into referral (store_id, id, program_id, advocate_customer_id, friend_customer_id, friend_person_key, friend_code,
                          state, reason, rules, decided, due_at, claimed_at)
    values (${storeId}, ${referral.referralId}, ${stored.programId}, ${stored.advocateId}, ${stored.friendId},
            ${stored.friendPersonKey}, ${stored.friendCode}, ${standing.status}, ${reasonOf(standing)},
            ${JSON.stringify(referral.rules)}::jsonb, ${JSON.stringify(decidedOf(referral))}::jsonb,
            ${isoOrNull(dueAt(standing))}, ${toIsoString(referral.claimedAt)})
    on conflict do nothing
  `.execute(tx);
  return numAffectedRows === 1n;
}

/** Writes what was decided about referrals that the caller holds locked. `rewarded` ones count against their advocate's cap. */
export async function saveReferrals(
  tx: Tx,
  storeId: StoreId,
  referrals: readonly Referral[],
  rewarded: ReadonlySet<ReferralId>,
): Promise<void> {
  if (referrals.length === 0) return;
  await sql`
    update referral r
    set state = g.state, reason = g.reason, decided = g.decided::jsonb, order_id = g.order_id, due_at = g.due_at,
        advocate_rewarded_at = case when g.is_rewarded then clock_now() else r.advocate_rewarded_at end
    from unnest(
      ${referrals.map(({ referralId }) => referralId)}::uuid[],
      ${referrals.map(({ standing }) => standing.status)}::text[],
      ${referrals.map(({ standing }) => reasonOf(standing))}::text[],
      ${referrals.map((referral) => JSON.stringify(decidedOf(referral)))}::text[],
      ${referrals.map(({ standing }) => orderOf(standing))}::uuid[],
      ${referrals.map(({ standing }) => isoOrNull(dueAt(standing)))}::timestamptz[],
      ${referrals.map(({ referralId }) => rewarded.has(referralId))}::boolean[]
    ) as g (id, state, reason, decided, order_id, due_at, is_rewarded)
    where r.store_id = ${storeId} and r.id = g.id
  `.execute(tx);
}

/**
 * Locks the referrals that orders of these customers, with these codes, or with these ids may concern, and before them the
 * event streams of both people of each.
 */
export async function lockReferralsOfOrders(
  tx: Tx,
  storeId: StoreId,
  orders: {
    readonly customerIds: readonly CustomerId[];
    readonly codes: readonly string[];
    readonly orderIds: readonly OrderId[];
  },
): Promise<readonly StoredReferral[]> {
  return lockWithStreams(
    tx,
    storeId,
    sql`(state = 'claimed' and (friend_customer_id = any(${orders.customerIds}::uuid[]) or friend_code = any(${orders.codes}::text[])))
      or order_id = any(${orders.orderIds}::uuid[])`,
  );
}

/** Locks up to `limit` referrals that the clock moves now, with the event streams of their people; what another holds is passed over. */
export async function lockDueReferrals(tx: Tx, storeId: StoreId, limit: number): Promise<readonly StoredReferral[]> {
  const { rows } = await sql<ReferralRow>`
    select ${columns} from referral
    join event_stream f on f.store_id = referral.store_id and f.customer_id = friend_customer_id
    join event_stream a on a.store_id = referral.store_id and a.customer_id = advocate_customer_id
    where referral.store_id = ${storeId} and due_at <= clock_now()
    order by due_at
    limit ${limit}
    for update of referral, f, a skip locked`.execute(tx);
  return rows.map(toStored);
}

/** Stores with a referral that is due. */
export async function listStoresWithDueReferrals(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    where exists (select 1 from referral r where r.store_id = s.id and r.due_at <= clock_now())`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function findReferral(tx: Tx, storeId: StoreId, referralId: ReferralId): Promise<StoredReferral | null> {
  const { rows } =
    await sql<ReferralRow>`select ${columns} from referral where store_id = ${storeId} and id = ${referralId}`.execute(
      tx,
    );
  return rows[0] === undefined ? null : toStored(rows[0]);
}

/** Locks one referral, and before it the event streams of its people. */
export async function lockReferral(tx: Tx, storeId: StoreId, referralId: ReferralId): Promise<StoredReferral | null> {
  const [locked] = await lockWithStreams(tx, storeId, sql`id = ${referralId}`);
  return locked ?? null;
}

async function lockWithStreams(
  tx: Tx,
  storeId: StoreId,
  isWanted: RawBuilder<unknown>,
): Promise<readonly StoredReferral[]> {
  const people = await sql<Pick<StoredReferral, 'advocateId' | 'friendId'>>`
    select advocate_customer_id as "advocateId", friend_customer_id as "friendId" from referral
    where store_id = ${storeId} and (${isWanted})`.execute(tx);
  await lockStreams(
    tx,
    storeId,
    people.rows.flatMap(({ advocateId, friendId }) => [advocateId, friendId]),
  );
  const { rows } = await sql<ReferralRow>`
    select ${columns} from referral where store_id = ${storeId} and (${isWanted}) order by id for update`.execute(tx);
  return rows.map(toStored);
}

export async function findLiveReferral(
  tx: Tx,
  storeId: StoreId,
  friendPersonKey: string,
): Promise<StoredReferral | null> {
  const { rows } = await sql<ReferralRow>`
    select ${columns} from referral
    where store_id = ${storeId} and friend_person_key = ${friendPersonKey} and state not in ('rejected', 'expired')`.execute(
    tx,
  );
  return rows[0] === undefined ? null : toStored(rows[0]);
}

function toStored({ id, rules, decided, ...people }: ReferralRow): StoredReferral {
  return { ...people, referral: { ...decided, referralId: id, rules } };
}

function decidedOf({ claimedAt, risk, standing }: Referral): ReferralRow['decided'] {
  return { claimedAt, risk, standing };
}

function reasonOf(standing: ReferralStanding): string | null {
  if (standing.status === 'rejected') return standing.reason;
  return standing.status === 'reversed' ? standing.extent : null;
}

function orderOf(standing: ReferralStanding): OrderId | null {
  return 'orderId' in standing ? standing.orderId : null;
}

/** When the clock moves the referral next. One that waits for a person waits without end. */
function dueAt(standing: ReferralStanding): Instant | null {
  switch (standing.status) {
    case 'claimed':
      return standing.expiresAt;
    case 'held':
      return standing.review === 'waiting' ? null : standing.holdUntil;
    case 'qualified':
      return standing.clawbackUntil;
    default:
      return null;
  }
}

function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : toIsoString(instant);
}
