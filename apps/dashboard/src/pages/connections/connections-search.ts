/** What the address of the connections page says. */
export interface ConnectionsSearch {
  /** The attempt to connect a shop from which one is just back. */
  readonly connect?: string;
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function parseConnectionsSearch({ connect }: Record<string, unknown>): ConnectionsSearch {
  return typeof connect === 'string' && id.test(connect) ? { connect } : {};
}
