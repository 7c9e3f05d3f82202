import type { StoreId } from '@regulars/core/shared';

import type { Tx } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { newId } from '../foundation/ids.ts';
import { accessErrors } from './errors.ts';
import { insertPerson, isEmailTaken, setStoresOfPerson } from './people-repository.ts';
import type { Role } from './roles.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  /** From `hashPassword`: hashing takes a while and does not belong into a transaction. */
  readonly passwordHash: string;
  readonly role: Role;
  /** A client's stores; ignored for other roles, who see every store. */
  readonly storeIds: readonly StoreId[];
}

/** Adds a person; throws `access.email_taken`. */
export async function createPerson(tx: Tx, person: NewPerson): Promise<string> {
  if (await isEmailTaken(tx, person.email)) throw problem(accessErrors, 'access.email_taken');
  const id = newId<'Person'>();
  await insertPerson(tx, {
    id,
    name: person.name,
    email: person.email,
    role: person.role,
    passwordHash: person.passwordHash,
  });
  if (person.role === 'client') await setStoresOfPerson(tx, id, person.storeIds);
  return id;
}
