import type { StoreId } from '@regulars/core/shared';

import type { Tx } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { newId } from '../foundation/ids.ts';
import { storesErrors } from '../stores/door.ts';
import { accessErrors } from './errors.ts';
import { areStores, insertPerson, isEmailTaken, setStoresOfPerson } from './people-repository.ts';
import type { Role } from './roles.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  /** From `hashPassword`: hashing takes a while and does not belong into a transaction. */
  readonly passwordHash: string;
  readonly role: Role;
  /** Null: every store; for a client none. An owner sees every store whatever is said here. */
  readonly storeIds: readonly StoreId[] | null;
}

/** Adds a person; throws `access.email_taken` or `store.not_found`. */
export async function createPerson(tx: Tx, person: NewPerson): Promise<string> {
  if (await isEmailTaken(tx, person.email)) throw problem(accessErrors, 'access.email_taken');
  const storeIds = toLimit(person.role, person.storeIds);
  if (storeIds !== null && !(await areStores(tx, storeIds))) throw problem(storesErrors, 'store.not_found');
  const id = newId<'Person'>();
  await insertPerson(tx, {
    id,
    name: person.name,
    email: person.email,
    role: person.role,
    passwordHash: person.passwordHash,
  });
  await setStoresOfPerson(tx, id, storeIds);
  return id;
}

/** What a role makes of a wish: an owner is never limited, a client always. */
export function toLimit(role: Role, storeIds: readonly StoreId[] | null): readonly StoreId[] | null {
  if (role === 'owner') return null;
  return role === 'client' ? (storeIds ?? []) : storeIds;
}
