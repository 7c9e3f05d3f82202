import { lookup } from 'node:dns';
import type { Socket } from 'node:net';
import { Agent } from 'undici';
import type { AdapterContext, SocketTarget } from '@regulars/adapter-contracts';
import { createAddressPolicy } from './address-policy.ts';
import { createConnector } from './create-connector.ts';
import { createFetch } from './create-fetch.ts';
import type { Resolve } from './guarded-lookup.ts';
import { callLimits, connectMs, downloadLimits, type EgressLimits } from './limits.ts';
import { openSocket } from './open-socket.ts';
import type { Network } from './private-networks.ts';

/** The one way out of this process, but for its own database and Redis. */
export interface Egress extends Required<Pick<AdapterContext, 'fetch' | 'download'>> {
  openSocket(this: void, target: SocketTarget): Promise<Socket>;
  close(): Promise<void>;
}

interface EgressOptions {
  /** Networks that are called although they are private, and by plain http too. */
  readonly opened: readonly Network[];
  /** How names become addresses; the system's own resolver when left out. */
  readonly resolve?: Resolve;
  readonly limits?: EgressLimits;
}

/**
 * Makes the way out. Proxies named in the environment are not used: behind one no address could be checked.
 *
 * @example
 * ```ts
 * const egress = createEgress({ opened: [] });
 * await egress.fetch('http://169.254.169.254/latest/meta-data/'); // throws ForbiddenAddressError
 * await egress.close();
 * ```
 */
export function createEgress({ opened, resolve = lookup, limits = callLimits }: EgressOptions): Egress {
  const policy = createAddressPolicy(opened);
  const agent = new Agent({ connect: createConnector({ policy, resolve, connectMs }) });
  return {
    fetch: createFetch(agent, limits),
    download: createFetch(agent, downloadLimits),
    openSocket: (target) => openSocket(policy, resolve, target),
    close: () => agent.destroy(),
  };
}
