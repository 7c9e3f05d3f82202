import { Command, CommanderError } from 'commander';
import { explainFailure } from '../explain-failure.ts';
import { version } from '../version.ts';
import { CommandFailure, describeFailure } from './command-failure.ts';
import { apiKeysCommand } from './api-keys.ts';
import { connectionsCommand } from './connections.ts';
import { customersCommand } from './customers.ts';
import { deliveriesCommand } from './deliveries.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { importCommand } from './import-orders/import-orders-command.ts';
import { messagesCommand } from './messages.ts';
import { migrateCommand } from './migrate.ts';
import { ordersCommand } from './orders.ts';
import { sendRecordedOrderCommand } from './send-recorded-order.ts';
import { serveCommand } from './serve.ts';
import { storesCommand } from './stores.ts';

const exitCodes = { failed: 1, wrongUse: 2 } as const;

function createProgram(): Command {
  const program = new Command('regulars')
    .description('The retention engine that agencies run for their client stores')
    .version(version)
    .showHelpAfterError('Add --help to see how it is used.');
  for (const command of [
    serveCommand(),
    demoCommand(),
    migrateCommand(),
    storesCommand(),
    connectionsCommand(),
    importCommand(),
    ordersCommand(),
    customersCommand(),
    messagesCommand(),
    deliveriesCommand(),
    apiKeysCommand(),
    doctorCommand(),
    sendRecordedOrderCommand(),
  ]) {
    program.addCommand(command);
  }
  return program;
}

/** Every command below as well: a wrong use must not end the process before we choose its exit code. */
function overrideExit(command: Command): Command {
  command.exitOverride();
  for (const sub of command.commands) overrideExit(sub);
  return command;
}

try {
  await overrideExit(createProgram()).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.wrongUse;
  } else {
    process.stderr.write(`${error instanceof CommandFailure ? describeFailure(error) : explainFailure(error)}\n`);
    process.exitCode = exitCodes.failed;
  }
}
