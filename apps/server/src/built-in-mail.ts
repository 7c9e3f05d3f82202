import type { MailAdapter } from '@regulars/adapter-contracts';
import type { Database } from './foundation/database/database.ts';

/** Mail adapters that live in the server itself, because they need its database. */
export function builtInMail(_database: Database): readonly MailAdapter[] {
  return [];
}
