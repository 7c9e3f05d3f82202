import { isPurchase, type Order } from '@regulars/core/commerce';
import type { Instant } from '@regulars/core/shared';

export type OrderEventKind = 'orderPlaced' | 'orderPaid' | 'orderFulfilled' | 'orderRefunded' | 'orderCancelled';

/** One thing that happens to an order at most once. `key` is what the order remembers of having told it. */
export interface Transition {
  readonly key: string;
  readonly kind: OrderEventKind;
  readonly at: Instant;
}

/**
 * What one version of an order proves to have happened. Every version that arrives is asked, old ones too, so that the
 * events told do not depend on the order of arrival; what was told before is not told again.
 *
 * @param isObserved an older version is known, so what this one adds happened about when it was made. Otherwise an
 * undated step is put where the order itself stands: an old order that is seen for the first time is no news.
 */
export function listTransitions(version: Order, isObserved: boolean): readonly Transition[] {
  const undatedAt = isObserved ? version.updatedAt : (version.paidAt ?? version.placedAt);
  const fulfilledAt = version.fulfilledAt ?? null;
  const cancelledAt = version.cancelledAt ?? null;
  const wasPaid =
    isPurchase(version.status) ||
    version.status === 'refunded' ||
    (version.status === 'cancelled' && version.paidAt !== null);
  return [
    { key: 'placed', kind: 'orderPlaced', at: version.placedAt },
    ...(wasPaid ? [{ key: 'paid', kind: 'orderPaid', at: version.paidAt ?? undatedAt } as const] : []),
    ...(version.status === 'fulfilled' || fulfilledAt !== null
      ? [{ key: 'fulfilled', kind: 'orderFulfilled', at: fulfilledAt ?? undatedAt } as const]
      : []),
    ...listRefundTransitions(version, undatedAt),
    ...(version.status === 'cancelled'
      ? [{ key: 'cancelled', kind: 'orderCancelled', at: cancelledAt ?? undatedAt } as const]
      : []),
  ];
}

/** One per refund by its id; one per sum where the platform tells sums only. */
function listRefundTransitions(version: Order, undatedAt: Instant): readonly Transition[] {
  const listedMinor = version.refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const { refundedMinor } = version.totals;
  return [
    ...version.refunds.map(({ externalId, amountMinor, createdAt }) => ({
      key: `refund:${amountMinor}:${externalId}`,
      kind: 'orderRefunded' as const,
      at: createdAt ?? undatedAt,
    })),
    ...(refundedMinor > listedMinor
      ? [{ key: `refunded:${refundedMinor}`, kind: 'orderRefunded' as const, at: undatedAt }]
      : []),
  ];
}

/**
 * Of these, what is still to be told; and what the order remembers afterwards. A refund that was told as part of a sum
 * already is remembered without being told twice, and so is a sum that refunds told one by one make up.
 */
export function takeUntold(
  told: readonly string[],
  transitions: readonly Transition[],
): { readonly untold: readonly Transition[]; readonly told: readonly string[] } {
  const remembered = new Set(told);
  const untold: Transition[] = [];
  for (const transition of transitions) {
    if (remembered.has(transition.key)) continue;
    const isCovered = isToldInPart(remembered, transition.key);
    remembered.add(transition.key);
    if (!isCovered) untold.push(transition);
  }
  return { untold, told: [...remembered].toSorted() };
}

function isToldInPart(told: ReadonlySet<string>, key: string): boolean {
  const [form, minor] = key.split(':', 2);
  const single = sumOf(told, 'refund', (sum, amount) => sum + amount);
  const sums = sumOf(told, 'refunded', Math.max);
  if (form === 'refund') return sums >= single + Number(minor);
  return form === 'refunded' && single >= Number(minor);
}

function sumOf(told: ReadonlySet<string>, form: string, join: (a: number, b: number) => number): number {
  return [...told]
    .map((key) => key.split(':', 2))
    .filter(([keyForm]) => keyForm === form)
    .reduce((sum, [, minor]) => join(sum, Number(minor)), 0);
}
