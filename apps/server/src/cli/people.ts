import { Command } from 'commander';
import { toIsoString } from '@regulars/core/shared';
import { allowedActions } from '../access/authorization.ts';
import { createPasswordLink } from '../access/password-link.ts';
import { findPersonByEmail, listPeople, type Person } from '../access/people-repository.ts';
import { openPeopleAuth } from '../open-people-auth.ts';
import { withInstance, type CommandContext } from './command-context.ts';
import { CommandFailure } from './command-failure.ts';
import { print, toTable, type PrintOptions } from './print.ts';

export function peopleCommand(): Command {
  const command = new Command('people').description('Who may sign in, and how somebody who cannot gets in again');
  command
    .command('list')
    .description('List the people, their roles and the stores they see')
    .option('--json', 'print one JSON document')
    .action((options: PrintOptions) => withInstance((context) => list(context, options)));
  command
    .command('reset')
    .argument('<email>', 'whose password was forgotten')
    .description('Make the one-time link by which they choose a new password; it is shown this once')
    .option('--json', 'print one JSON document')
    .action((email: string, options: PrintOptions) => withInstance((context) => reset(context, email, options)));
  return command;
}

async function list({ database, directory }: CommandContext, options: PrintOptions): Promise<void> {
  const people = await database.withDirectory((tx) => listPeople(tx));
  const slugs = new Map((await directory.stores()).map(({ id, slug }) => [id, slug]));
  const toStores = ({ storeIds }: Person) =>
    storeIds === null ? 'all' : storeIds.map((id) => slugs.get(id) ?? id).join(', ') || '–';
  print(
    people.map((person) => ({ ...person, createdAt: toIsoString(person.createdAt) })),
    () =>
      toTable(
        ['E-MAIL', 'NAME', 'ROLE', 'STORES'],
        people.map((person) => [person.email, person.name, person.role, toStores(person)]),
      ),
    options,
  );
}

async function reset(context: CommandContext, email: string, options: PrintOptions): Promise<void> {
  const { database, config } = context;
  const person = await database.withDirectory((tx) => findPersonByEmail(tx, email));
  if (person === null)
    throw new CommandFailure('Nobody here has this e-mail address. regulars people list shows who is here.');
  const people = openPeopleAuth(context);
  try {
    const { link, expiresAt } = await createPasswordLink(
      { database, auth: people.auth, publicUrl: config.publicUrl },
      person.id,
      allowedActions.owner,
    );
    print({ personId: person.id, link, expiresAt: toIsoString(expiresAt) }, () => describe(person, link), options);
  } finally {
    await people.close();
  }
}

function describe({ name, role }: Person, link: string): readonly string[] {
  return [
    link,
    '',
    `By this link ${name} (${role}) chooses a new password. It serves once, for a day; earlier ones have ended.`,
    'Hand it to nobody else. It is not shown again. When it is used, they are signed out everywhere.',
    'Nobody was asked to sign in for this: whoever may run this command on this machine may do it.',
  ];
}
