import type { Instant } from '@regulars/core/shared';

/** What an adapter is lent by its host. Effects reach the world only through it. */
export interface AdapterContext {
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Hosts in private networks may be called: only in tests, demos, or where the operator allows it. */
  readonly allowPrivateNetwork: boolean;
  /**
   * How the world is reached; the runtime's own `fetch` when left out. The host's refuses private networks with a
   * `ForbiddenAddressError`, follows no redirect to another origin, and ends an answer that is too long or too slow.
   */
  readonly fetch?: typeof globalThis.fetch;
  /** The same for a file that is read piece by piece and may be long and slow; `fetch` when left out. */
  readonly download?: typeof globalThis.fetch;
  /** The same for what is not HTTP, such as a mail server: a connected `net.Socket`. The runtime's own when left out. */
  readonly openSocket?: (target: SocketTarget) => Promise<NodeJS.ReadWriteStream>;
  /** The clock; the machine's own when left out. */
  readonly now?: () => Instant;
  /** Waits until the upstream's limit lets the next call through; the runtime's own timer when left out. */
  readonly wait?: (durationMs: number) => Promise<void>;
  /** Takes what an operator should know and nobody has to act on at once; nothing is written when left out. */
  readonly log?: (notice: AdapterNotice) => void;
  /** Keeps what the upstream lent for a time, such as an access token. Lost with the connection when left out. */
  readonly loan?: Loan;
}

/** Where to connect to, and how long that may take. */
export interface SocketTarget {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

/** A remark about an upstream, free of secrets and personal data. */
export interface AdapterNotice {
  /** Stable, e.g. `shopify.version_deprecated`. */
  readonly code: string;
  readonly message: string;
}

/**
 * One text per connection, sealed by the host and shared by all its processes: access tokens that end, and the refresh
 * token that is spent with them.
 */
export interface Loan {
  read(): Promise<string | null>;
  write(value: string): Promise<void>;
}
