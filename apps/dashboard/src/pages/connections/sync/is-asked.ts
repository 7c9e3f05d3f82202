import type { ConnectionSync } from '../../../api/sync.ts';

const noKey = 'misconfigured';

/**
 * Whether we ask the shop at all: not where its platform can only send, and not where a connection has no address or key and
 * never had. Such a shop may be meant to only send, so nobody is troubled with what cannot be asked.
 */
export function isAsked({ canPull, canHook, canCount, pulls, hooks, count }: ConnectionSync): boolean {
  if (!canPull && !canHook && !canCount) return false;
  const isUnread =
    pulls.length > 0 &&
    pulls.every(({ state, eventsDone, failure }) => state === 'failed' && eventsDone === 0 && failure?.code === noKey);
  const hasNoHooks = hooks === null || (hooks.topics.length === 0 && hooks.failure?.code === noKey);
  return !(isUnread && hasNoHooks && (count === null || count.failure?.code === noKey));
}
