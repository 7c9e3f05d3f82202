import { hourMs, plus, secondMs, type Instant } from '@regulars/core/shared';
import type { Delivery, DeliveryOutcome } from '../intake/door.ts';
import type { Verdict } from './projection/statement.ts';

/** How long something waits for what it speaks of, e.g. a refund for its order. */
const longestWaitMs = 24 * hourMs;
const firstRetryMs = 15 * secondMs;
const mostRetries = 5;

/** What giving up would lose, and what can be done about it, by the reason of waiting. */
const losses: Readonly<Record<string, string>> = {
  'refund.order_unknown': 'The order of this refund did not arrive within 24 hours; send the order, then replay.',
  'resource.unread':
    'What this names could not be read from the platform for 24 hours; check the connection, then replay.',
};

/** What became of a delivery, from what became of its events. */
export function toOutcome(delivery: Delivery, verdicts: readonly Verdict[], now: Instant): DeliveryOutcome {
  const waiting = verdicts.find(({ change }) => change === 'waiting');
  if (waiting !== undefined) return toWaiting(delivery, waiting.reason, now);
  const unusable = verdicts.find(({ change }) => change === 'unusable');
  if (unusable !== undefined) {
    const message = 'The refund is in another currency than its order; send it in the currency of the order.';
    return { id: delivery.id, state: 'poison', reason: unusable.reason, message };
  }
  const reason = verdicts.find((verdict) => verdict.reason !== null)?.reason ?? null;
  const isIgnored = verdicts.every(({ change }) => change === 'ignored');
  return { id: delivery.id, state: isIgnored ? 'ignored' : 'processed', reason };
}

function toWaiting(delivery: Delivery, reason: string | null, now: Instant): DeliveryOutcome {
  if (now - delivery.receivedAt < longestWaitMs) {
    return { id: delivery.id, state: 'waiting', reason, retryAt: nextTry(delivery, now) };
  }
  // Nothing is lost by giving up on an order that never came, unless there was money in it.
  const message = reason === null ? null : (losses[reason] ?? null);
  return { id: delivery.id, state: message === null ? 'ignored' : 'poison', reason, message };
}

/** What is said of a delivery that broke its handling. */
export const failureMessage = 'Handling this delivery failed on our side; it was set aside and can be replayed.';

/** A delivery that broke its handling: tried again later by itself, and set aside when that does not help. */
export function toFailure(delivery: Delivery, now: Instant): DeliveryOutcome {
  const failure = { id: delivery.id, reason: 'delivery.failed' };
  return delivery.attempt + 1 >= mostRetries
    ? { ...failure, state: 'poison', message: failureMessage }
    : { ...failure, state: 'waiting', retryAt: nextTry(delivery, now) };
}

function nextTry(delivery: Delivery, now: Instant): Instant {
  return plus(now, Math.min(hourMs, firstRetryMs * 2 ** delivery.attempt));
}
