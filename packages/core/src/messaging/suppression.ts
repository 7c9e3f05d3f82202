import { assertNever } from '../shared/assert-never.ts';
import type { MessagePurpose } from './purpose.ts';

export type SuppressionReason = 'unsubscribed' | 'hard_bounce' | 'complaint' | 'manual';

/** `marketing` spares transactional mail; `all` stops everything. */
export type SuppressionScope = 'marketing' | 'all';

/** A fact that forbids writing to an address. It always wins over consent, whichever is younger. */
export interface Suppression {
  readonly reason: SuppressionReason;
  readonly scope: SuppressionScope;
}

/**
 * How far a suppression reaches: who unsubscribes still hears about their order, a dead address or a complaint hears
 * nothing any more.
 */
export function scopeOfSuppression(reason: SuppressionReason): SuppressionScope {
  switch (reason) {
    case 'unsubscribed':
      return 'marketing';
    case 'hard_bounce':
    case 'complaint':
    case 'manual':
      return 'all';
    default:
      return assertNever(reason);
  }
}

const gravestFirst: readonly SuppressionReason[] = ['complaint', 'hard_bounce', 'manual', 'unsubscribed'];

/** The suppression that forbids a message of this purpose, or null. The gravest is named first. */
export function findForbidding(suppressions: readonly Suppression[], purpose: MessagePurpose): Suppression | null {
  for (const reason of gravestFirst) {
    const found = suppressions.find(
      (each) => each.reason === reason && (each.scope === 'all' || purpose === 'marketing'),
    );
    if (found !== undefined) return found;
  }
  return null;
}
