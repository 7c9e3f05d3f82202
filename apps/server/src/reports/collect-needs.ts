import type { AdapterErrorKind } from '@regulars/adapter-contracts';
import { toIsoString, type Instant, type StoreId } from '@regulars/core/shared';
import { countOpenCases } from '../cases/door.ts';
import { countOpenDataRequests, listWaitingErasures } from '../customers/door.ts';
import { countOverdueMails, listUnreadMailboxes } from '../delivery/door.ts';
import type { Tx } from '../foundation/database/database.ts';
import { countEffectTroubles } from '../foundation/effects/count-troubles.ts';
import { countDeliveryTroubles } from '../intake/door.ts';
import { countReferrals } from '../referrals/door.ts';
import { listRewardTroubles } from '../rewards/door.ts';
import { countSwitchedSequences } from '../sequences/door.ts';
import { listConnectionStandings } from '../stores/door.ts';
import { countPullTroubles, listHookChecks, listOrderChecks } from '../sync/door.ts';
import type { KeptFigures } from './figures-repository.ts';
import { findHighRefunds, findQuiet, toNeed, type Need, type NeedCode } from './needs.ts';
import { readLastOrders } from './read-last-orders.ts';

/** A connection without an address or a key is not called; its platform sends, and that may be all that is wanted. */
const sendsOnly: AdapterErrorKind = 'misconfigured';

/** What needs somebody in each store of this transaction, in no order yet; a fixed number of statements for any number of stores. */
export async function collectNeeds(
  tx: Tx,
  now: Instant,
  figures: ReadonlyMap<StoreId, KeptFigures>,
): Promise<ReadonlyMap<StoreId, readonly Need[]>> {
  const needs = new Map<StoreId, Need[]>();
  const add = (storeId: StoreId, need: Need | null) => {
    if (need === null) return;
    const known = needs.get(storeId);
    if (known === undefined) needs.set(storeId, [need]);
    else known.push(need);
  };
  const addCount = (storeId: StoreId, code: NeedCode, count: number) =>
    add(storeId, count === 0 ? null : toNeed(code, { count }));

  for (const { storeId, purpose, pausedReason } of await listConnectionStandings(tx))
    if (pausedReason !== null) add(storeId, toNeed('connection.paused', { values: { purpose, reason: pausedReason } }));
  for (const { storeId, count, oldestDueAt } of await countOverdueMails(tx))
    add(storeId, toNeed('mails.overdue', { count, sinceAt: oldestDueAt }));
  for (const { storeId, failure, readAt } of await listUnreadMailboxes(tx))
    add(storeId, toNeed('bounces.unread', { sinceAt: readAt, values: { reason: failure } }));
  for (const { storeId, poison, waiting } of await countDeliveryTroubles(tx)) {
    addCount(storeId, 'deliveries.poison', poison);
    addCount(storeId, 'deliveries.waiting', waiting);
  }
  for (const { storeId, unknown, rejectedMails } of await countEffectTroubles(tx)) {
    addCount(storeId, 'effects.unknown', unknown);
    addCount(storeId, 'effects.refused', rejectedMails);
  }
  for (const { storeId, count, nextDueAt } of await countOpenDataRequests(tx))
    add(storeId, toNeed('privacy.requests', { count, values: { dueAt: toIsoString(nextDueAt) } }));
  for (const { storeId, demandedAt } of await listWaitingErasures(tx))
    add(storeId, toNeed('privacy.erasure', { sinceAt: demandedAt }));
  for (const { storeId, count, oldestAt } of await countOpenCases(tx))
    add(storeId, toNeed('cases.open', { count, sinceAt: oldestAt }));
  for (const { storeId, reason, count } of await listRewardTroubles(tx))
    add(storeId, toNeed('rewards.waiting', { count, values: { reason } }));
  for (const { storeId, waitingForReview } of await countReferrals(tx))
    addCount(storeId, 'referrals.review', waitingForReview);
  for (const check of await listOrderChecks(tx)) {
    const { storeId, checkedAt, failure, ordersHere: here, ordersThere: there, missing, different } = check;
    if (failure?.code === sendsOnly) continue;
    if (failure !== null) {
      add(storeId, toNeed('connection.unreachable', { sinceAt: checkedAt, values: { reason: failure.code } }));
      continue;
    }
    if (here !== there) add(storeId, toNeed('orders.apart', { sinceAt: checkedAt, values: { here, there } }));
    if (missing + different > 0)
      add(storeId, toNeed('orders.different', { count: missing + different, sinceAt: checkedAt }));
  }
  for (const { storeId, failedPulls } of await countPullTroubles(tx)) addCount(storeId, 'pulls.failed', failedPulls);
  for (const { storeId, checkedAt, failure, topics } of await listHookChecks(tx)) {
    // Of what was misconfigured later, after the platform told of its webhooks, somebody has to know.
    if (failure?.code === sendsOnly && topics.length === 0) continue;
    const silent = topics.filter(({ state }) => state !== 'active').length;
    if (failure !== null || silent > 0)
      add(
        storeId,
        toNeed('hooks.missing', { count: silent, sinceAt: checkedAt, values: { reason: failure?.code ?? null } }),
      );
  }
  for (const { storeId, live } of await countSwitchedSequences(tx))
    if (live === 0) add(storeId, toNeed('sequences.off'));
  const lastOrders = await readLastOrders(tx);
  for (const [storeId, { rhythm, refunds }] of figures) {
    add(storeId, findQuiet(rhythm, lastOrders.get(storeId) ?? null, now));
    add(storeId, findHighRefunds(refunds));
  }
  return needs;
}
