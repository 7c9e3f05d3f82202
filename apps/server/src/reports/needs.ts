import type { Action } from '../foundation/http/index.ts';
import { hourMs, type Instant } from '@regulars/core/shared';
import type { RefundFigures, RhythmFigures } from './figures.ts';

/** What may need somebody, the most urgent first. Codes are API. */
export const needCodes = [
  'connection.paused',
  'connection.unreachable',
  'mails.overdue',
  'deliveries.poison',
  'effects.unknown',
  'hooks.missing',
  'pulls.failed',
  'bounces.unread',
  'privacy.requests',
  'privacy.erasure',
  'cases.open',
  'effects.refused',
  'orders.quiet',
  'orders.apart',
  'orders.different',
  'rewards.waiting',
  'referrals.review',
  'refunds.high',
  'deliveries.waiting',
  'sequences.off',
] as const;

export type NeedCode = (typeof needCodes)[number];

/** `now`: customers or orders are let down meanwhile. `today`: somebody waits. `soon`: worth a look. */
export type Urgency = 'now' | 'today' | 'soon';

/** The page on which it is seen to. */
export type NeedPlace = 'connections' | 'mailbox' | 'cases' | 'customers' | 'referrals' | 'sequences' | 'orders';

export interface Need {
  readonly code: NeedCode;
  readonly urgency: Urgency;
  readonly place: NeedPlace;
  /** How many; null where there is nothing to count. */
  readonly count: number | null;
  /** Since when, where that is known. */
  readonly sinceAt: Instant | null;
  /** What the sentence names besides: reasons, shares from 0 to 1, durations in milliseconds. No personal data. */
  readonly values: Readonly<Record<string, string | number | null>>;
}

interface Kind {
  readonly urgency: Urgency;
  readonly place: NeedPlace;
  /** Who may not do this is not troubled with it. */
  readonly action: Action;
}

const kinds: Readonly<Record<NeedCode, Kind>> = {
  'connection.paused': { urgency: 'now', place: 'connections', action: 'connections.read' },
  'connection.unreachable': { urgency: 'now', place: 'connections', action: 'connections.read' },
  'mails.overdue': { urgency: 'now', place: 'connections', action: 'connections.read' },
  'deliveries.poison': { urgency: 'now', place: 'connections', action: 'deliveries.read' },
  'effects.unknown': { urgency: 'now', place: 'mailbox', action: 'health.read' },
  'pulls.failed': { urgency: 'today', place: 'connections', action: 'connections.read' },
  'hooks.missing': { urgency: 'today', place: 'connections', action: 'connections.read' },
  'bounces.unread': { urgency: 'today', place: 'connections', action: 'connections.read' },
  'privacy.requests': { urgency: 'today', place: 'customers', action: 'customers.write' },
  'privacy.erasure': { urgency: 'today', place: 'connections', action: 'connections.write' },
  'cases.open': { urgency: 'today', place: 'cases', action: 'cases.read' },
  'effects.refused': { urgency: 'today', place: 'mailbox', action: 'health.read' },
  'orders.quiet': { urgency: 'today', place: 'connections', action: 'connections.read' },
  'orders.apart': { urgency: 'today', place: 'orders', action: 'connections.read' },
  'orders.different': { urgency: 'today', place: 'orders', action: 'connections.read' },
  'rewards.waiting': { urgency: 'today', place: 'referrals', action: 'rewards.read' },
  'referrals.review': { urgency: 'today', place: 'referrals', action: 'referrals.read' },
  'refunds.high': { urgency: 'soon', place: 'orders', action: 'orders.read' },
  'deliveries.waiting': { urgency: 'soon', place: 'connections', action: 'deliveries.read' },
  'sequences.off': { urgency: 'soon', place: 'sequences', action: 'sequences.read' },
};

export type NeedDetails = Partial<Pick<Need, 'count' | 'sinceAt' | 'values'>>;

export function toNeed(code: NeedCode, { count = null, sinceAt = null, values = {} }: NeedDetails = {}): Need {
  const { urgency, place } = kinds[code];
  return { code, urgency, place, count, sinceAt, values };
}

/** The most urgent first; of what the caller may not look at, nothing. */
export function sortNeeds(needs: readonly Need[], actions: ReadonlySet<Action>): readonly Need[] {
  return needs
    .filter(({ code }) => actions.has(kinds[code].action))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** Which of two stores needs somebody more: by its most urgent need, then by the next, then by how many. */
export function compareNeeds(one: readonly Need[], other: readonly Need[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const [mine, theirs] = [one[index], other[index]];
    if (mine === undefined || theirs === undefined) return mine === undefined ? 1 : -1;
    const difference = rankOf(mine) - rankOf(theirs) || (theirs.count ?? 0) - (mine.count ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const rankOf = ({ code }: Need) => needCodes.indexOf(code);

/** Fewer orders than this say nothing about a store's rhythm. */
const leastOrders = 20;

/**
 * No order for half as long again as ever in the 90 days before the last one, and for six hours at least: by the store's
 * own rhythm, so a shop that closes on Sundays is not called quiet on a Sunday.
 */
export function findQuiet(
  { orders, longestPauseMs }: RhythmFigures,
  lastOrderAt: Instant | null,
  now: Instant,
): Need | null {
  if (lastOrderAt === null || longestPauseMs === null || orders < leastOrders) return null;
  const pauseMs = now - lastOrderAt;
  if (pauseMs <= Math.max(1.5 * longestPauseMs, 6 * hourMs)) return null;
  return toNeed('orders.quiet', { sinceAt: lastOrderAt, values: { pauseMs, longestPauseMs, orders } });
}

/** Twice the share the store is used to, and a twentieth at least; without a past to compare with, a fifth. */
export function findHighRefunds({ orders, share, ordersBefore, shareBefore }: RefundFigures): Need | null {
  if (share === null || orders < leastOrders) return null;
  const usual = ordersBefore < leastOrders ? null : shareBefore;
  const limit = usual === null ? 0.2 : Math.max(0.05, 2 * usual);
  if (share < limit) return null;
  return toNeed('refunds.high', { values: { share, usual, orders } });
}
