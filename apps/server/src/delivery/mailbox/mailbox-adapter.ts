import { z } from 'zod';
import { defineMailAdapter, type MailAdapter } from '@regulars/adapter-contracts';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { insertIntoMailbox, isInMailbox } from './mailbox-repository.ts';

export const mailboxAdapterId = 'mailbox';
const mostAtOnce = 100;

export interface MailboxConfig {
  readonly storeId: StoreId;
}

/**
 * The local mailbox: mail that goes nowhere and is shown in the dashboard as its recipient would see it. Every store
 * has it until it connects a mail account.
 */
export function createMailboxAdapter(database: Database): MailAdapter<MailboxConfig> {
  return defineMailAdapter<MailboxConfig>({
    id: mailboxAdapterId,
    displayName: 'Local mailbox',
    capabilities: { resolution: 'immediate', deliveryEvents: false, concurrency: 4, batch: { most: mostAtOnce } },
    configSchema: z.strictObject({ storeId: z.uuid().transform((id) => id as StoreId) }),
    connect: ({ storeId }) => ({
      checkAccess: () => Promise.resolve(),
      send: async (message) => {
        await database.withStore(storeId, (tx) => insertIntoMailbox(tx, storeId, [message]));
        return { status: 'accepted', providerReference: null };
      },
      batches: {
        group: (messages) =>
          Array.from({ length: Math.ceil(messages.length / mostAtOnce) }, (_, index) =>
            messages.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
          ),
        send: async (messages) => {
          await database.withStore(storeId, (tx) => insertIntoMailbox(tx, storeId, messages));
          return { status: 'accepted', providerReference: null };
        },
      },
      findMessage: async ({ messageId }) =>
        (await database.withStore(storeId, (tx) => isInMailbox(tx, storeId, messageId))) ? 'accepted' : 'absent',
      close: () => Promise.resolve(),
    }),
    receipts: null,
  });
}
