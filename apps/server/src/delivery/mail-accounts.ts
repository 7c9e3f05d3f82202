import type { AdapterContext, MailAdapter, MailCapabilities, MailConnection } from '@regulars/adapter-contracts';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { AdapterRegistry, Connection, Directory } from '../stores/door.ts';
import { mailboxAdapterId } from './mailbox/mailbox-adapter.ts';

/** What a store sends through. */
export type MailAccount = OpenMailAccount | ClosedMailAccount;

export interface OpenMailAccount {
  /** Null for the local mailbox. */
  readonly connectionId: ConnectionId | null;
  readonly capabilities: MailCapabilities;
  readonly link: MailConnection;
  /** Why it rests; null while it works. */
  readonly pausedReason: string | null;
}

/** An account whose adapter this instance does not have, or that does not take its settings any more. */
export interface ClosedMailAccount {
  readonly connectionId: ConnectionId | null;
  readonly link: null;
  readonly pausedReason: 'mail.adapter_missing';
}

export interface MailAccounts {
  /** The store's mail account, or the local mailbox where it has none. One that cannot be opened rests. */
  find(storeId: StoreId): Promise<MailAccount>;
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

  function linkOf(storeId: StoreId, adapter: MailAdapter, adapterConfig: unknown): MailConnection | null {
    const fingerprint = JSON.stringify([adapter.id, adapterConfig]);
    const known = open.get(storeId);
    if (known?.fingerprint === fingerprint) return known.link;
    const config = adapter.configSchema.safeParse(adapterConfig);
    if (!config.success) return null;
    const link = adapter.connect(config.data, adapterContext);
    open.set(storeId, { fingerprint, link });
    // What is on its way over the old link is let finish.
    void known?.link.close();
    return link;
  }

  return {
    async find(storeId) {
      const connection: Connection | null = await directory.connectionFor(storeId, 'mail');
      const connectionId = connection?.id ?? null;
      const adapter = adapters.findMailAdapter(connection?.adapterId ?? mailboxAdapterId);
      const link = adapter === null ? null : linkOf(storeId, adapter, connection?.config ?? { storeId });
      // An adapter that is no longer installed, or no longer takes these settings.
      if (adapter === null || link === null) {
        return { connectionId, link: null, pausedReason: 'mail.adapter_missing' };
      }
      const pausedReason = connection?.pausedReason ?? null;
      return { connectionId, capabilities: adapter.capabilities, link, pausedReason };
    },
    async close() {
      await Promise.all([...open.values()].map(({ link }) => link.close()));
      open.clear();
    },
  };
}
