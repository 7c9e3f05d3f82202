import type { Brand } from './brand.ts';

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z, always UTC. */
export type Instant = Brand<number, 'Instant'>;

export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/**
 * Names a whole number of milliseconds since the epoch an instant.
 *
 * @throws RangeError when `epochMs` is not a safe integer.
 * @example
 * ```ts
 * toIsoString(toInstant(0)); // '1970-01-01T00:00:00.000Z'
 * ```
 */
export function toInstant(epochMs: number): Instant {
  if (!Number.isSafeInteger(epochMs)) throw new RangeError('An instant is a whole number of milliseconds.');
  return epochMs as Instant;
}

const isoWithZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads an ISO 8601 date and time that states its zone.
 *
 * @returns null when the text is no such date, or states no zone: guessing one shifts orders by hours.
 * @example
 * ```ts
 * parseInstant('2026-11-22T10:00:00+01:00'); // 1795338000000
 * parseInstant('2026-11-22T10:00:00'); // null
 * ```
 */
export function parseInstant(text: string): Instant | null {
  if (!isoWithZone.test(text)) return null;
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? null : (epochMs as Instant);
}

/** The instant in ISO 8601, in UTC, to the millisecond. */
export function toIsoString(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** The instant `durationMs` later (or earlier, when negative). */
export function plus(instant: Instant, durationMs: number): Instant {
  return toInstant(instant + Math.round(durationMs));
}
