import type { AdapterContext, MailCapabilities, MailConnection } from '@regulars/adapter-contracts';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { AdapterRegistry, Connection, Directory } from '../stores/door.ts';
import { mailboxAdapterId } from './mailbox/mailbox-adapter.ts';

/** What a store sends through. */
export interface MailAccount {
  /** Null for the local mailbox. */
  readonly connectionId: ConnectionId | null;
  readonly capabilities: MailCapabilities;
  readonly link: MailConnection;
  /** Why it rests; null while it works. */
  readonly pausedReason: string | null;
}

export interface MailAccounts {
  /** The store's mail account, or the local mailbox where it has none. Null when its adapter is not installed any more. */
  find(storeId: StoreId): Promise<MailAccount | null>;
  close(): Promise<void>;
}

export interface MailAccountsDeps {
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
  readonly adapterContext: AdapterContext;
}

/** Keeps one open link a store, and opens another one when its settings change. */
export function createMailAccounts({ directory, adapters, adapterContext }: MailAccountsDeps): MailAccounts {
  const open = new Map<StoreId, { readonly fingerprint: string; readonly link: MailConnection }>();

  async function linkOf(
    storeId: StoreId,
    adapterId: string,
    config: unknown,
  ): Promise<{ link: MailConnection; capabilities: MailCapabilities } | null> {
    const adapter = adapters.findMailAdapter(adapterId);
    if (adapter === null) return null;
    const fingerprint = JSON.stringify([adapterId, config]);
    const known = open.get(storeId);
    if (known?.fingerprint === fingerprint) return { link: known.link, capabilities: adapter.capabilities };
    const link = adapter.connect(adapter.configSchema.parse(config), adapterContext);
    open.set(storeId, { fingerprint, link });
    await known?.link.close();
    return { link, capabilities: adapter.capabilities };
  }

  return {
    async find(storeId) {
      const connection: Connection | null = await directory.connectionFor(storeId, 'mail');
      const found = await linkOf(storeId, connection?.adapterId ?? mailboxAdapterId, connection?.config ?? { storeId });
      return (
        found && { ...found, connectionId: connection?.id ?? null, pausedReason: connection?.pausedReason ?? null }
      );
    },
    async close() {
      await Promise.all([...open.values()].map(({ link }) => link.close()));
      open.clear();
    },
  };
}
