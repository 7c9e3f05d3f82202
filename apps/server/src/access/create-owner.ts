import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { createPerson } from './create-person.ts';
import { accessErrors } from './errors.ts';
import { hashPassword } from './password.ts';
import { hasPeople } from './people-repository.ts';
import { isSetupToken, spendSetupToken } from './setup-token.ts';

export interface OwnerDetails {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Creates the first owner, once; throws `access.already_set_up` or `access.setup_link_invalid`. */
export async function createOwner(database: Database, { token, name, email, password }: OwnerDetails): Promise<void> {
  // Looked up first: a stranger without the link must not make us hash passwords.
  const isOpen = await database.withDirectory(async (tx) => {
    if (await hasPeople(tx)) throw problem(accessErrors, 'access.already_set_up', 'Sign in instead.');
    return isSetupToken(tx, token);
  });
  if (!isOpen) throw linkInvalid();
  const passwordHash = await hashPassword(password);
  await database.withDirectory(async (tx) => {
    if (!(await spendSetupToken(tx, token))) throw linkInvalid();
    await createPerson(tx, { name, email, passwordHash, role: 'owner', storeIds: null });
  });
}

function linkInvalid() {
  return problem(
    accessErrors,
    'access.setup_link_invalid',
    'It was used, or is older than a day. Start Regulars again for a new one.',
  );
}
