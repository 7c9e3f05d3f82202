import type { StoreId } from '@regulars/core/shared';
import { countMailsOfDay } from '../delivery/door.ts';
import type { Action } from '../foundation/http/index.ts';
import type { Database } from '../foundation/database/database.ts';
import { countMailsToCome } from '../sequences/door.ts';
import type { Store } from '../stores/door.ts';
import { listBackfills, type BackfillUnderWay } from '../sync/door.ts';
import { collectNeeds } from './collect-needs.ts';
import { readFigures, type KeptFigures } from './figures-repository.ts';
import { compareNeeds, sortNeeds, type Need } from './needs.ts';
import { addUpMails, type DayOfMails } from './day-of-mails.ts';

/** One store among the others. */
export interface FleetRow {
  readonly store: Store;
  readonly needs: readonly Need[];
  /** Null while they are added up for the first time. */
  readonly figures: KeptFigures | null;
  readonly today: DayOfMails;
  /** How far its history is read; null when it is not being read. */
  readonly reading: Pick<BackfillUnderWay, 'done' | 'total'> | null;
}

/** These stores, those that need somebody most first. A fixed number of statements, however many stores there are. */
export async function listFleet(
  database: Database,
  stores: readonly Store[],
  actions: ReadonlySet<Action>,
): Promise<readonly FleetRow[]> {
  if (stores.length === 0) return [];
  const storeIds: readonly StoreId[] = stores.map(({ id }) => id);
  const rows = await database.withStores(storeIds, async (tx, now) => {
    const figures = await readFigures(tx);
    const needs = await collectNeeds(tx, now, figures);
    const mails = addUpMails(await countMailsOfDay(tx), await countMailsToCome(tx));
    const backfills = new Map((await listBackfills(tx)).map(({ storeId, ...reading }) => [storeId, reading]));
    return stores.map((store) => ({
      store,
      needs: sortNeeds(needs.get(store.id) ?? [], actions),
      figures: figures.get(store.id) ?? null,
      today: mails(store.id),
      reading: backfills.get(store.id) ?? null,
    }));
  });
  return rows.toSorted(
    (one, other) => compareNeeds(one.needs, other.needs) || one.store.name.localeCompare(other.store.name),
  );
}
