/** What an adapter is lent by its host. Effects reach the world only through it. */
export interface AdapterContext {
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Hosts in private networks may be called: only in tests, demos, or where the operator allows it. */
  readonly allowPrivateNetwork: boolean;
}
