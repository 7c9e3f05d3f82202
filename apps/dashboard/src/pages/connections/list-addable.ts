import type { Adapter } from '../../api/connections.ts';

/** What a store has anyway: the local mailbox; in a demo, its shop. Nobody connects them, nor has them settings to be changed. */
const builtIn: readonly string[] = ['mailbox', 'demo-shop'];

export function isAddable({ id }: Adapter): boolean {
  return !builtIn.includes(id);
}

/** What can be connected; nothing in a demo. */
export function listAddable(adapters: readonly Adapter[]): readonly Adapter[] {
  return adapters.filter(isAddable);
}
