import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/**
 * Held by every batch that evaluates customers, until it ends: it must not write by a rule that is being replaced.
 * Batches do not hinder one another.
 */
export async function holdRules(tx: Tx, storeId: StoreId): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`segments|${storeId}`}, 0))`.execute(tx);
}

/** Held by whoever changes a rule: waits for running batches and keeps new ones out until it ends. */
export async function replaceRules(tx: Tx, storeId: StoreId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`segments|${storeId}`}, 0))`.execute(tx);
}
