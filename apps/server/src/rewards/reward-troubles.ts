import { sql } from 'kysely';
import type { StuckReason } from '@regulars/core/referrals';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** Rewards of one store that do not get on, by why. `slow`: asked for a while ago, still without an answer. */
export interface RewardTrouble {
  readonly storeId: StoreId;
  readonly reason: StuckReason | 'slow';
  readonly count: number;
}

/** What is wrong with rewards in the stores of this transaction. */
export async function listRewardTroubles(tx: Tx): Promise<readonly RewardTrouble[]> {
  const { rows } = await sql<RewardTrouble>`
    select store_id as "storeId", case state when 'stuck' then reason else 'slow' end as reason, count(*)
    from reward
    where store_id = any (current_stores())
      and (state = 'stuck' or (state in ('approved', 'issuing', 'revoking') and created_at < clock_now() - interval '15 minutes'))
    group by 1, 2
    order by 1, 2`.execute(tx);
  return rows;
}

const sentences: Readonly<Record<RewardTrouble['reason'], string>> = {
  no_discount_codes: 'this platform makes no discount codes. Connect one that does, or give the discount by hand',
  kind_not_offered: 'this platform cannot give such a reward. Choose another kind, and give these by hand',
  not_set_up:
    'the connection lacks what making codes needs, an API key or an address to call. Add it under Connections, then try again',
  no_connection: 'no platform could be reached to make it. See to the connections of the store, then try again',
  needs_review: 'a code of that name was on the store already and is not ours. Delete it there, then try again',
  refused: 'the platform refused the code. See whether it allows such a discount, then try again',
  unknown_final: 'nobody can say whether the code was made. Look for it on the store, then try again',
  slow: 'the platform has not given a clear answer for a while. It is asked again by itself',
};

/** One sentence for the person who has to see to it. */
export function describeRewardTrouble({ reason, count }: RewardTrouble): string {
  return `${count} ${count === 1 ? 'reward waits' : 'rewards wait'}: ${sentences[reason]}.`;
}
