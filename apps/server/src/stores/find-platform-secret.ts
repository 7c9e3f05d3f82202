import type { AdapterRegistry } from './connections.ts';

interface Wished {
  readonly purpose: 'platform' | 'mail';
  readonly adapterId: string;
  readonly config: unknown;
}

/**
 * The secret a platform signs its webhooks with by itself, as it stands in the settings that were typed in.
 *
 * @returns null where the secret is ours to choose, and where the settings cannot be read: that is told elsewhere.
 */
export function findPlatformSecret(adapters: AdapterRegistry, { purpose, adapterId, config }: Wished): string | null {
  const adapter = purpose === 'platform' ? adapters.findPlatformAdapter(adapterId) : null;
  const read = adapter?.configSchema.safeParse(config);
  return read?.success === true ? (adapter?.webhookSecretOf?.(read.data) ?? null) : null;
}
