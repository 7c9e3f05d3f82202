import type { Command } from 'commander';

/** What every command about a store's platforms takes. */
export function addSyncOptions(command: Command): Command {
  return command
    .requiredOption('--store <slug>', 'the store')
    .option('--connection <id>', 'which of its platforms, where it has several')
    .option('--json', 'print one JSON document');
}
