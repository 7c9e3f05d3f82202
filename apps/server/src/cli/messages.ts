import { Command } from 'commander';
import { toIsoString } from '@regulars/core/shared';
import { listMessages, type MessageVerdict } from '../delivery/door.ts';
import type { Database } from '../foundation/database/database.ts';
import type { Store } from '../stores/door.ts';
import { withInstance } from './command-context.ts';
import { findStoreOrFail } from './find-store-or-fail.ts';
import { print, toTable, type PrintOptions } from './print.ts';

interface ListOptions extends PrintOptions {
  readonly store: string;
}

const pageSize = 500;

export function messagesCommand(): Command {
  const command = new Command('messages').description('Mails and what became of each, those that did not go as well');
  command
    .command('list')
    .description('List the messages of a store with their verdicts, newest first')
    .requiredOption('--store <slug>', 'the store')
    .option('--json', 'print one JSON document')
    .action((options: ListOptions) =>
      withInstance(async ({ database }) => {
        const messages = (await readAll(database, await findStoreOrFail(database, options.store))).map(toPrinted);
        print(messages, () => toTable(['PLANNED', 'TEMPLATE', 'TO', 'VERDICT', 'WHY'], messages.map(toCells)), options);
      }),
    );
  return command;
}

async function readAll(database: Database, store: Store): Promise<readonly MessageVerdict[]> {
  const messages: MessageVerdict[] = [];
  for (;;) {
    const after = messages.at(-1) ?? null;
    const page = await database.withStore(store.id, (tx) => listMessages(tx, store.id, { limit: pageSize, after }));
    messages.push(...page);
    if (page.length < pageSize) return messages;
  }
}

/** As the API prints it: instants in ISO 8601. */
function toPrinted(message: MessageVerdict) {
  return {
    ...message,
    dueAt: toIsoString(message.dueAt),
    settledAt: message.settledAt === null ? null : toIsoString(message.settledAt),
    createdAt: toIsoString(message.createdAt),
  };
}

function toCells({
  createdAt,
  templateKey,
  recipient,
  state,
  reason,
}: ReturnType<typeof toPrinted>): readonly string[] {
  return [createdAt, templateKey, recipient ?? '–', state, reason ?? ''];
}
