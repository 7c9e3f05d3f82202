import type { ConnectionId } from '@regulars/core/shared';
import type { ComparedConnection } from './count-both-sides.ts';

type Check = (connection: ComparedConnection) => Promise<boolean>;

/** Whoever asks while a connection is being counted waits for that count: the platform is read once for all of them. */
export function shareCheck(check: Check): Check {
  const underWay = new Map<ConnectionId, Promise<boolean>>();
  return (connection) => {
    const begun = underWay.get(connection.connectionId);
    if (begun !== undefined) return begun;
    const counting = check(connection).finally(() => underWay.delete(connection.connectionId));
    underWay.set(connection.connectionId, counting);
    return counting;
  };
}
