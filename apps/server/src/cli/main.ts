import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { CommandFailure, describeFailure } from './command-failure.ts';

// Node strips the types of some 300 files at every start; what it remembers of them is ready in half the time.
enableCompileCache(fileURLToPath(new URL('../../../../.tools/compile-cache', import.meta.url)));

const exitCodes = { failed: 1, wrongUse: 2 } as const;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand(),
  demo: async () => (await import('./demo.ts')).demoCommand(),
  migrate: async () => (await import('./migrate.ts')).migrateCommand(),
  stores: async () => (await import('./stores.ts')).storesCommand(),
  connections: async () => (await import('./connections.ts')).connectionsCommand(),
  import: async () => (await import('./import-orders/import-orders-command.ts')).importCommand(),
  sync: async () => (await import('./sync/sync-command.ts')).syncCommand(),
  orders: async () => (await import('./orders.ts')).ordersCommand(),
  customers: async () => (await import('./customers.ts')).customersCommand(),
  messages: async () => (await import('./messages.ts')).messagesCommand(),
  deliveries: async () => (await import('./deliveries.ts')).deliveriesCommand(),
  keys: async () => (await import('./keys.ts')).keysCommand(),
  'api-keys': async () => (await import('./api-keys.ts')).apiKeysCommand(),
  people: async () => (await import('./people.ts')).peopleCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
  'send-recorded-order': async () => (await import('./send-recorded-order.ts')).sendRecordedOrderCommand(),
  clv: async () => (await import('./clv/clv-command.ts')).clvCommand(),
};

/** A command asked for by name is loaded alone, so that one that needs no server does not wait for it. */
async function createProgram(name = ''): Promise<Command> {
  const program = new Command('regulars')
    .description('The retention engine that agencies run for their client stores')
    .version(version)
    .showHelpAfterError('Add --help to see how it is used.');
  const wanted = Object.hasOwn(commands, name) ? [commands[name]] : Object.values(commands);
  for (const load of wanted) if (load !== undefined) program.addCommand(await load());
  return program;
}

/** Every command below as well: a wrong use must not end the process before we choose its exit code. */
function overrideExit(command: Command): Command {
  command.exitOverride();
  for (const sub of command.commands) overrideExit(sub);
  return command;
}

try {
  await overrideExit(await createProgram(process.argv[2])).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.wrongUse;
  } else {
    const isForeseen = error instanceof CommandFailure;
    const message = isForeseen ? describeFailure(error) : (await import('../explain-failure.ts')).explainFailure(error);
    process.stderr.write(`${message}\n`);
    process.exitCode = exitCodes.failed;
  }
}
