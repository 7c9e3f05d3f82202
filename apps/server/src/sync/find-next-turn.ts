import { toInstant, type ConnectionId, type Instant } from '@regulars/core/shared';

/**
 * When it is a connection's turn again: once in every period, always at the same place within it. Connections that were
 * all looked at together, as after a pause of the server, are spread over the period again.
 *
 * @example
 * ```ts
 * findNextTurn(now, hourMs, connectionId); // at 17 minutes past, every hour
 * ```
 */
export function findNextTurn(now: Instant, periodMs: number, connectionId: ConnectionId): Instant {
  // The last digits of an id are random.
  const placeMs = Number.parseInt(connectionId.slice(-8), 16) % periodMs;
  const periods = Math.floor((now - placeMs) / periodMs) + 1;
  return toInstant(periods * periodMs + placeMs);
}
