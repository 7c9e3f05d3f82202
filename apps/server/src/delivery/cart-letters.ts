import type { Instant } from '@regulars/core/shared';
import type { CartInWords } from '../customers/door.ts';
import type { EffectOutcome } from '../foundation/effects/settle-effects.ts';
import type { PlannedMail } from './mail-facts.ts';

/**
 * What becomes of a mail about a cart that cannot be written now: a cart that was ordered or thrown away needs no reminder, and
 * nobody is reminded of one they are filling at this moment.
 *
 * @returns null when it can be written.
 */
export function findCartObstacle(
  { effectId, request }: Pick<PlannedMail, 'effectId' | 'request'>,
  cart: CartInWords | null,
  now: Instant,
): EffectOutcome | null {
  if (request.cartId === undefined) return null;
  if (cart === null) return { id: effectId, state: 'skipped', reason: 'cart_gone' };
  if (cart.inUseUntil <= now) return null;
  return { id: effectId, state: 'planned', reason: 'cart_in_use', dueAt: cart.inUseUntil };
}
