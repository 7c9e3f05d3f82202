import type { AdapterRegistry, Connection } from './connections.ts';

/** Whether a connection can be given access again with one click, by what was typed in when it was made. */
export function isRenewable(
  adapters: AdapterRegistry,
  { purpose, adapterId, config }: Pick<Connection, 'purpose' | 'adapterId' | 'config'>,
): boolean {
  const adapter = purpose === 'platform' ? adapters.findPlatformAdapter(adapterId) : null;
  return adapter?.authorization?.settingsSchema.safeParse(config).success ?? false;
}
