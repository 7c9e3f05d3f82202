import type { ConnectionSync } from '../../../api/sync.ts';
import { isAsked } from './is-asked.ts';

/** Whether nothing has come from a shop that is not asked either: whether it is connected rightly shows with its first webhook. */
export function isSilent(sync: ConnectionSync): boolean {
  return !sync.hasDelivered && !isAsked(sync);
}
