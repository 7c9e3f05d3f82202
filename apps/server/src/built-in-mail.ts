import type { MailAdapter } from '@regulars/adapter-contracts';
import { createMailboxAdapter } from './delivery/mailbox/mailbox-adapter.ts';
import type { Database } from './foundation/database/database.ts';

/** Mail adapters that live in the server itself, because they need its database. */
export function builtInMail(database: Database): readonly MailAdapter[] {
  return [createMailboxAdapter(database) as MailAdapter];
}
