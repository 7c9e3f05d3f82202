import type { Adapter } from '../../api/connections.ts';

/** What a store has anyway: the local mailbox; in a demo, its shop. */
const builtIn: readonly string[] = ['mailbox', 'demo-shop'];

/** What can be connected; nothing in a demo. */
export function listAddable(adapters: readonly Adapter[]): readonly Adapter[] {
  return adapters.filter(({ id }) => !builtIn.includes(id));
}
