import { sql } from 'kysely';
import type { ReferralStatus } from '@regulars/core/referrals';
import type { CustomerId, ReferralId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** One friend in a chain: brought by whom, and how far from where the chain begins. */
export interface ChainLink {
  readonly referralId: ReferralId;
  readonly advocateId: CustomerId;
  readonly friendId: CustomerId;
  readonly status: ReferralStatus;
  /** 1 for friends of the first advocate, 2 for their friends … */
  readonly depth: number;
}

/** Somebody whom nobody brought, and all whom they brought, directly and through friends. */
export interface ReferralChain {
  readonly advocateId: CustomerId;
  /** Nearest first; of one advocate the oldest first. */
  readonly links: readonly ChainLink[];
}

const deepest = 20;

/**
 * Who brought whom: the chains with the most friends first. Claims that were refused or ran out brought nobody and are
 * left out. A circle, which only a merge of orders can make, is followed once round.
 */
export async function readChains(tx: Tx, storeId: StoreId, limit: number): Promise<readonly ReferralChain[]> {
  const { rows } = await sql<{ advocateId: CustomerId; links: readonly ChainLink[] }>`
    with recursive brought as (
      select id, advocate_customer_id as advocate, friend_customer_id as friend, state, claimed_at from referral
      where store_id = ${storeId} and state not in ('rejected', 'expired')
    ), chain as (
      select b.advocate as root, b.*, 1 as depth, array[b.advocate, b.friend] as path
      from brought b
      where not exists (select from brought above where above.friend = b.advocate)
      union all
      select c.root, b.*, c.depth + 1, c.path || b.friend
      from chain c join brought b on b.advocate = c.friend
      where c.depth < ${deepest} and b.friend <> all (c.path)
    )
    select root as "advocateId", json_agg(json_build_object('referralId', id, 'advocateId', advocate, 'friendId', friend,
             'status', state, 'depth', depth) order by depth, claimed_at, id) as links
    from chain
    group by root
    order by count(*) desc, max(depth) desc, root
    limit ${limit}`.execute(tx);
  return rows;
}
