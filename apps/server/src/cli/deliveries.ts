import { Command } from 'commander';
import { z } from 'zod';
import { toIsoString } from '@regulars/core/shared';
import { bringBack, putAside, type PoisonChoice } from '../intake/put-aside.ts';
import { readDelivery } from '../intake/read-delivery.ts';
import { listDeliveries, replayPoison, type DeliveryRecord } from '../intake/repository.ts';
import { withInstance } from './command-context.ts';
import { CommandFailure } from './command-failure.ts';
import { findStoreOrFail } from './find-store-or-fail.ts';
import { print, toTable, type PrintOptions } from './print.ts';

interface DeliveriesOptions extends PrintOptions {
  readonly store: string;
  readonly state?: string;
  readonly limit: string;
  readonly reason?: string;
}

export function deliveriesCommand(): Command {
  const command = new Command('deliveries').description('Webhooks as they came, and those that could not be used');
  command
    .command('list')
    .description('List what arrived, newest first')
    .requiredOption('--store <slug>', 'the store')
    .option('--state <state>', 'received, waiting, processed, ignored, poison or put_aside')
    .option('--limit <n>', 'how many', '100')
    .option('--json', 'print one JSON document')
    .action((options: DeliveriesOptions) =>
      withInstance(async ({ database }) => {
        const store = await findStoreOrFail(database, options.store);
        const limit = Number(options.limit);
        if (!Number.isInteger(limit) || limit < 1) throw new CommandFailure('--limit is a whole number from 1 on.');
        const rows = await database.withStore(store.id, (tx) =>
          listDeliveries(tx, store.id, { state: options.state ?? null, before: null, limit }),
        );
        const printed = rows.map((row) => ({ ...row, ...toPrintedTimes(row) }));
        print(
          printed,
          () =>
            toTable(
              ['ID', 'RECEIVED', 'TOPIC', 'STATE', 'WHY'],
              printed.map(({ id, receivedAt, topic, state, reason, message }) => [
                id,
                receivedAt,
                topic,
                state,
                message ?? reason ?? '',
              ]),
            ),
          options,
        );
      }),
    );
  command
    .command('show')
    .argument('<id>', 'the delivery')
    .description('Print what arrived, as it came')
    .requiredOption('--store <slug>', 'the store')
    .option('--json', 'print one JSON document')
    .action((id: string, options: DeliveriesOptions) =>
      withInstance(async ({ database }) => {
        const store = await findStoreOrFail(database, options.store);
        const deliveryId = readIdOrFail(id);
        const found = await database.withStore(store.id, (tx) => readDelivery(tx, store.id, deliveryId));
        if (found === null) throw new CommandFailure('There is no such delivery in this store.');
        const printed = { ...found, ...toPrintedTimes(found) };
        const why = [found.reason, found.path, found.message].filter(Boolean).join(' ');
        // What arrived moves no cursor and colors no terminal.
        const body = found.body?.replaceAll(/[^\P{Cc}\n\t]/gu, '\u{fffd}') ?? `(${found.bytes} bytes that are no text)`;
        print(printed, () => [`${printed.receivedAt} ${found.topic} ${found.state}`, why, '', body], options);
      }),
    );
  command
    .command('put-aside')
    .argument('[id]', 'one delivery')
    .description('Put aside what could not be used and nobody wants anything of; it is kept for 30 days')
    .requiredOption('--store <slug>', 'the store')
    .option('--reason <code>', 'in place of one delivery: all of this reason, a thousand at once')
    .option('--json', 'print one JSON document')
    .action((id: string | undefined, options: DeliveriesOptions) =>
      withInstance(async ({ database }) => {
        const store = await findStoreOrFail(database, options.store);
        const choice = readChoiceOrFail(id, options.reason);
        const aside = await database.withStore(store.id, (tx) => putAside(tx, store.id, choice));
        print({ deliveryIds: aside }, () => [`${aside.length} put aside.`], options);
      }),
    );
  command
    .command('bring-back')
    .argument('<id>', 'the delivery')
    .description('Bring back what was put aside')
    .requiredOption('--store <slug>', 'the store')
    .option('--json', 'print one JSON document')
    .action((id: string, options: DeliveriesOptions) =>
      withInstance(async ({ database }) => {
        const store = await findStoreOrFail(database, options.store);
        const ids = [readIdOrFail(id)];
        const back = await database.withStore(store.id, (tx) => bringBack(tx, store.id, ids));
        print({ deliveryIds: back }, () => [`${back.length} brought back.`], options);
      }),
    );
  command
    .command('replay')
    .argument('[id]', 'one delivery; all that could not be used and was not put aside when left out')
    .description('Try again what could not be used')
    .requiredOption('--store <slug>', 'the store')
    .option('--json', 'print one JSON document')
    .action((id: string | undefined, options: DeliveriesOptions) =>
      withInstance(async ({ database, nudges }) => {
        const store = await findStoreOrFail(database, options.store);
        const deliveryId = id === undefined ? null : readIdOrFail(id);
        const replayed = await database.withStore(store.id, (tx) => replayPoison(tx, store.id, deliveryId));
        nudges.nudge('intake.replay');
        print({ replayed }, () => [`${replayed} to be tried again.`], options);
      }),
    );
  return command;
}

/** Instants as people and programs read them. */
function toPrintedTimes({ receivedAt, settledAt, putAsideAt }: DeliveryRecord) {
  return {
    receivedAt: toIsoString(receivedAt),
    settledAt: settledAt === null ? null : toIsoString(settledAt),
    putAsideAt: putAsideAt === null ? null : toIsoString(putAsideAt),
  };
}

function readIdOrFail(text: string): string {
  const id = z.uuid().safeParse(text);
  if (!id.success) throw new CommandFailure('A delivery’s id is a UUID; `deliveries list` shows it.');
  return id.data;
}

function readChoiceOrFail(id: string | undefined, reason: string | undefined): PoisonChoice {
  if (id !== undefined && reason === undefined) return { deliveryIds: [readIdOrFail(id)] };
  if (id === undefined && reason !== undefined) return { reason };
  throw new CommandFailure('Name either one delivery or a --reason.');
}
