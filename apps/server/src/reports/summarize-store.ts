import { countOpenCases, type OpenCases } from '../cases/door.ts';
import { countMailsOfDay } from '../delivery/door.ts';
import type { Database } from '../foundation/database/database.ts';
import type { Action } from '../foundation/http/index.ts';
import { countReferrals, type ReferralCounts } from '../referrals/door.ts';
import { countRewards, type RewardCounts } from '../rewards/door.ts';
import { countMailsToCome } from '../sequences/door.ts';
import { listConnections, type AdapterRegistry, type Store } from '../stores/door.ts';
import { listOrderChecks, type OrderCheck } from '../sync/door.ts';
import { collectNeeds } from './collect-needs.ts';
import { addUpMails, type DayOfMails } from './day-of-mails.ts';
import { readFigures, type KeptFigures } from './figures-repository.ts';
import { sortNeeds, type Need } from './needs.ts';

/** A platform of the store, and how its orders compare with ours. */
export interface PlatformCount {
  readonly connectionId: string;
  readonly platform: string;
  /** False: the platform cannot say how many orders it has. */
  readonly canCount: boolean;
  readonly last: OrderCheck | null;
}

/** A store at a glance. */
export interface StoreSummary {
  readonly needs: readonly Need[];
  /** Null while they are added up for the first time. */
  readonly figures: KeptFigures | null;
  readonly today: DayOfMails;
  readonly cases: Pick<OpenCases, 'count'> & { readonly oldestAt: OpenCases['oldestAt'] | null };
  readonly referrals: Pick<ReferralCounts, 'open' | 'qualified'>;
  readonly rewards: RewardCounts;
  readonly platforms: readonly PlatformCount[];
}

export async function summarizeStore(
  { database, adapters }: { readonly database: Database; readonly adapters: AdapterRegistry },
  { id }: Store,
  actions: ReadonlySet<Action>,
): Promise<StoreSummary> {
  return await database.withStore(id, async (tx, now) => {
    const figures = await readFigures(tx);
    const needs = await collectNeeds(tx, now, figures);
    const checks = await listOrderChecks(tx);
    const connections = await listConnections(tx, id);
    const [cases] = await countOpenCases(tx);
    const [referrals] = await countReferrals(tx);
    return {
      needs: sortNeeds(needs.get(id) ?? [], actions),
      figures: figures.get(id) ?? null,
      today: addUpMails(await countMailsOfDay(tx), await countMailsToCome(tx))(id),
      cases: cases ?? { count: 0, oldestAt: null },
      referrals: referrals ?? { open: 0, qualified: 0 },
      rewards: await countRewards(tx, id),
      platforms: connections.flatMap(({ id: connectionId, purpose, adapterId }) => {
        if (purpose !== 'platform') return [];
        const adapter = adapters.findPlatformAdapter(adapterId);
        return {
          connectionId,
          platform: adapter?.displayName ?? adapterId,
          canCount: adapter?.capabilities.orderCount ?? false,
          last: checks.find((check) => check.connectionId === connectionId) ?? null,
        };
      }),
    };
  });
}
