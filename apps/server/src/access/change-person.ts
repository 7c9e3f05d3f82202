import type { StoreId } from '@regulars/core/shared';

import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import type { Action } from '../foundation/http/index.ts';
import { storesErrors } from '../stores/door.ts';
import { toLimit } from './create-person.ts';
import { accessErrors } from './errors.ts';
import {
  areStores,
  countOwners,
  endPasswordLinks,
  lockPerson,
  setRole,
  setStoresOfPerson,
  type Person,
} from './people-repository.ts';
import { requireRightsOf } from './require-rights-of.ts';
import type { Role } from './roles.ts';

export interface PersonChange {
  readonly role?: Role | undefined;
  /** Null: every store. Left out, what they see stays as it is, whatever the new role: a limit is never lifted by accident. */
  readonly storeIds?: readonly StoreId[] | null | undefined;
  /** What whoever asks for it may do. */
  readonly changerMayDo: ReadonlySet<Action>;
}

/**
 * Gives a person another role or other stores; it holds from their next request on.
 * Throws `access.person_not_found`, `access.forbidden` for who may do more than its maker, before or after,
 * `access.last_owner` or `store.not_found`.
 */
export async function changePerson(database: Database, id: string, change: PersonChange): Promise<Person> {
  return database.withDirectory(async (tx) => {
    const person = await lockPerson(tx, id);
    if (person === null) throw problem(accessErrors, 'access.person_not_found');
    const role = change.role ?? person.role;
    requireRightsOf(person.role, change.changerMayDo);
    requireRightsOf(role, change.changerMayDo);
    if (person.role === 'owner' && role !== 'owner' && (await countOwners(tx)) === 1)
      throw problem(accessErrors, 'access.last_owner', 'Make somebody else an owner first.');
    const storeIds = toLimit(role, change.storeIds === undefined ? person.storeIds : change.storeIds);
    if (storeIds !== null && !(await areStores(tx, storeIds))) throw problem(storesErrors, 'store.not_found');
    // A link to a new password was made for who had the rights they had; see `createPasswordLink`.
    if (role !== person.role) await endPasswordLinks(tx, id);
    await setRole(tx, id, role);
    await setStoresOfPerson(tx, id, storeIds);
    return { ...person, role, storeIds };
  });
}
