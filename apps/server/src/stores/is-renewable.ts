import type { AdapterRegistry, Connection } from './connections.ts';

/** Whether a connection can be given access again with one click, by what was typed in when it was made; not while its people are being forgotten. */
export function isRenewable(
  adapters: AdapterRegistry,
  { purpose, adapterId, config, pausedReason }: Pick<Connection, 'purpose' | 'adapterId' | 'config' | 'pausedReason'>,
): boolean {
  if (pausedReason === 'platform.erasing') return false;
  const adapter = purpose === 'platform' ? adapters.findPlatformAdapter(adapterId) : null;
  return adapter?.authorization?.settingsSchema.safeParse(config).success ?? false;
}
