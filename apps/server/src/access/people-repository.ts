import { sql } from 'kysely';
import type { Instant, StoreId } from '@regulars/core/shared';

import type { Tx } from '../foundation/database/database.ts';
import { revokeKeysOf } from './api-key-repository.ts';
import type { Role } from './roles.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Null: every store. */
  readonly storeIds: readonly StoreId[] | null;
  readonly createdAt: Instant;
}

export async function hasPeople(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from auth."user" limit 1`.execute(tx);
  return rows.length > 0;
}

export async function isEmailTaken(tx: Tx, email: string): Promise<boolean> {
  const { rows } = await sql`select 1 from auth."user" where "email" = ${email.toLowerCase()}`.execute(tx);
  return rows.length > 0;
}

/** Writes a person with their password's hash, in the form better-auth reads. */
export async function insertPerson(
  tx: Tx,
  person: Pick<Person, 'id' | 'name' | 'email' | 'role'> & { readonly passwordHash: string },
): Promise<void> {
  await sql`
    insert into auth."user" ("id", "name", "email", "emailVerified", "role")
    values (${person.id}, ${person.name}, ${person.email.toLowerCase()}, true, ${person.role})`.execute(tx);
  await sql`
    insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
    values (${person.id}, ${person.id}, 'credential', ${person.id}, ${person.passwordHash}, now())`.execute(tx);
}

export async function findPerson(tx: Tx, id: string): Promise<Person | null> {
  const { rows } = await sql<Person>`${people} where p."id" = ${id} group by p."id"`.execute(tx);
  return rows[0] ?? null;
}

export async function findPersonByEmail(tx: Tx, email: string): Promise<Person | null> {
  const { rows } = await sql<Person>`${people} where p."email" = ${email.toLowerCase()} group by p."id"`.execute(tx);
  return rows[0] ?? null;
}

/** Everybody, by name: an agency has few enough people for one page. */
export async function listPeople(tx: Tx): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`${people} group by p."id" order by lower(p."name"), p."id" limit 500`.execute(tx);
  return rows;
}

/** What a person may see from now on; null lifts the limit. A client is limited always, an owner never. */
export async function setStoresOfPerson(tx: Tx, personId: string, storeIds: readonly string[] | null): Promise<void> {
  await sql`delete from person_store where person_id = ${personId}`.execute(tx);
  await sql`delete from limited_person where person_id = ${personId}`.execute(tx);
  if (storeIds === null) return;
  await sql`insert into limited_person (person_id) values (${personId})`.execute(tx);
  await sql`
    insert into person_store (person_id, store_id)
    select distinct ${personId}, store_id from unnest(${storeIds}::uuid[]) as given (store_id)`.execute(tx);
}

export async function setRole(tx: Tx, personId: string, role: Role): Promise<void> {
  await sql`update auth."user" set "role" = ${role}, "updatedAt" = now() where "id" = ${personId}`.execute(tx);
}

/** Whether each of them is a store of this instance. */
export async function areStores(tx: Tx, storeIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ known: number }>`
    select count(*) as known from store where id = any (${storeIds}::uuid[])`.execute(tx);
  return rows[0]?.known === new Set(storeIds).size;
}

/** Takes a person out, with their sessions and the API keys they made. */
export async function deletePerson(tx: Tx, id: string): Promise<void> {
  await revokeKeysOf(tx, id);
  await setStoresOfPerson(tx, id, null);
  await sql`delete from auth."user" where "id" = ${id}`.execute(tx);
}

/**
 * The person, whom nobody else changes until this transaction ends; null when there is none. Owners are locked along, so
 * that two of them cannot take each other out at once.
 */
export async function lockPerson(tx: Tx, id: string): Promise<Person | null> {
  await sql`
    select 1 from auth."user" where "id" = ${id} or "role" = 'owner' order by "id" for update`.execute(tx);
  return findPerson(tx, id);
}

/** Ends every link to a new password that the person was made. */
export async function endPasswordLinks(tx: Tx, personId: string): Promise<void> {
  await sql`delete from auth."verification" where "value" = ${personId}`.execute(tx);
}

export async function countOwners(tx: Tx): Promise<number> {
  const { rows } = await sql<{ owners: number }>`
    select count(*) as owners from auth."user" where "role" = 'owner'`.execute(tx);
  return rows[0]?.owners ?? 0;
}

const people = sql`
  select p."id", p."name", p."email", p."role", p."createdAt",
    case when p."role" = 'client' or (p."role" <> 'owner' and exists (select from limited_person l where l.person_id = p."id"))
      then coalesce(array_agg(s.store_id) filter (where s.store_id is not null), '{}') end as "storeIds"
  from auth."user" p left join person_store s on s.person_id = p."id"`;
