import { Command, Option } from 'commander';
import { main } from '../main.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Run the server until it is stopped')
    .addOption(new Option('--role <role>', 'what this process does').choices(['all', 'api', 'worker']))
    .action(async ({ role }: { readonly role?: string }) => {
      await main(role === undefined ? {} : { REGULARS_ROLE: role });
      await new Promise(() => undefined);
    });
}
