import { ok, type Result } from '../../shared/result.ts';
import type { HistoryCollector, ObservationWindow } from './history-collector.ts';
import type { HistoriesRejection } from './purchase-rejection.ts';
import type { CollectedHistories } from './collected-histories.ts';
import type { StorePurchases } from './store-purchases.ts';

/** The rehearsal holds back a quarter of the time, but no more than a quarter of a year. */
const heldBackShare = 0.25;
const mostHeldBackDays = 91;
const fewestDays = 56;
/** So many customers, or a few more, are enough to rehearse on; more would only take memory. */
const customersRehearsed = 100_000;

/**
 * All that a collector knows until a day, with the same store as it was known some time before, so that models can be
 * rehearsed.
 *
 * @param window as of the collector's `finish`; what it holds out takes no part in the rehearsal either.
 * @example
 * ```ts
 * const store = collectStore(collector);
 * const model = store.ok ? fitLifetimeModel(store.value) : null;
 * ```
 */
export function collectStore(
  collector: HistoryCollector,
  window?: ObservationWindow,
): Result<CollectedHistories & StorePurchases, HistoriesRejection> {
  const collected = collector.finish(window);
  if (!collected.ok) return collected;
  const { observedUntilDay, firstDay, histories } = collected.value;
  const spanDays = observedUntilDay - firstDay.reduce((earliest, day) => Math.min(earliest, day), observedUntilDay);
  if (spanDays < fewestDays) return ok({ ...collected.value, rehearsal: null });
  const heldBackDays = Math.round(Math.min(mostHeldBackDays, spanDays * heldBackShare));
  const calibrationUntilDay = observedUntilDay - heldBackDays;
  const everyNthCustomer = Math.max(1, Math.floor(histories.size / customersRehearsed));
  const rehearsal = collector.finish({ observedUntilDay, calibrationUntilDay, everyNthCustomer });
  return ok({ ...collected.value, rehearsal: rehearsal.ok ? rehearsal.value : null });
}
