import type { Instant } from '@regulars/core/shared';
import type { DemoGround } from '../demo-ground.ts';
import { updateDemoState } from '../demo-state.ts';
import type { DemoStore } from '../demo-store.ts';
import { settle } from '../living/settle.ts';
import { withoutFigures } from '../living/choose-lanes.ts';
import { createProgressMeter, type ProgressMeter } from '../progress.ts';
import { historyOf, importHistory } from './import-history.ts';
import { switchOnSequences } from './switch-on-sequences.ts';

/**
 * Gives the stores their past: everything up to `until` is imported, the rooms take it in, and only then do the sequences
 * begin, so that nobody is written to about what is long over. Broken off half-way, it can be done again.
 */
export async function bringHistoryIn(
  ground: DemoGround,
  stores: readonly DemoStore[],
  until: Instant,
  onBegin: (meter: ProgressMeter) => void,
): Promise<void> {
  const histories = stores.map((store) => ({ store, orders: historyOf(store.simulated.happenings, until) }));
  const total = histories.reduce((sum, { orders }) => sum + orders.length, 0);
  const meter = createProgressMeter('history', total, total, () => performance.now());
  onBegin(meter);
  await Promise.all(
    histories.map(({ store, orders }) => importHistory(ground, store, orders, (count) => meter.advance(count, count))),
  );
  await settle(
    { database: ground.database, lanes: withoutFigures(ground.rooms.lanes) },
    stores.map(({ store }) => store.id),
  );
  for (const store of stores) await switchOnSequences(ground, store);
  const { shiftMs } = ground.clock;
  await ground.database.withDirectory((tx) => updateDemoState(tx, { isHistoryIn: true, clockShiftMs: shiftMs }));
}
