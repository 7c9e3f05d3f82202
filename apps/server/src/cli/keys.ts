import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { addKey } from '../foundation/secrets/add-key.ts';
import { toKeyEntry } from '../foundation/secrets/load-key-ring.ts';
import { countSealed, reseal } from '../foundation/secrets/reseal.ts';
import { sealedAnswers } from '../http/idempotency/sealed-column.ts';
import { sealedColumns } from '../stores/sealed-columns.ts';
import { withInstance, type CommandContext } from './command-context.ts';
import { print, toTable, type PrintOptions } from './print.ts';

const columns = [...sealedColumns, sealedAnswers];

export function keysCommand(): Command {
  const command = new Command('keys').description('The keys that credentials are sealed with');
  command
    .command('list')
    .description('List the keys, the one that seals first, and how many secrets each of them seals')
    .option('--json', 'print one JSON document')
    .action((options: PrintOptions) =>
      withInstance(async (context) => {
        const keys = await describeKeys(context);
        const rows = keys.map(({ id, seals, role }) => [id, String(seals), role]);
        print(keys, () => toTable(['KEY', 'SECRETS', 'ROLE'], rows), options);
      }),
    );
  command
    .command('rotate')
    .description('Make a new key; where the keys are configured, print it to be put in front of them')
    .option('--json', 'print one JSON document')
    .action(async (options: PrintOptions) => {
      const { secretKeys, dataDir } = readConfig();
      const id = `k${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
      const next = 'Then start every process again, and run: regulars keys reseal';
      if (secretKeys !== null) {
        const entry = toKeyEntry(id);
        print(
          { id, entry },
          () => [entry, '', 'Put it in front of REGULARS_SECRET_KEYS, with a comma.', next],
          options,
        );
        return;
      }
      // Where there is no key yet, it is made first.
      await withInstance(async () => addKey(dataDir, id));
      print({ id }, () => [`The key ${id} stands in front of the others in ${dataDir}.`, next], options);
    });
  command
    .command('reseal')
    .description('Seal again with the newest key what older ones sealed; may be broken off and begun again')
    .option('--json', 'print one JSON document')
    .action((options: PrintOptions) =>
      withInstance(async ({ database, sealer }) => {
        const resealed = await reseal(database, sealer, columns);
        print({ resealed }, () => [`${resealed} secrets were sealed again.`], options);
      }),
    );
  return command;
}

async function describeKeys({ database, keyRing }: CommandContext) {
  const counts = await countSealed(database, columns);
  const known = keyRing.map(({ id }, index) => {
    const isOldest = index === keyRing.length - 1;
    const role = index === 0 ? 'seals' : 'opens';
    return { id, seals: counts.get(id) ?? 0, role: isOldest ? `${role}; links and sessions are made with it` : role };
  });
  const lost = [...counts].filter(([id]) => !keyRing.some((key) => key.id === id));
  return [...known, ...lost.map(([id, seals]) => ({ id, seals, role: 'missing: what it sealed cannot be opened' }))];
}
