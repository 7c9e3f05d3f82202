import { sql } from 'kysely';

import type { Tx } from '../../foundation/database/database.ts';

/** What was asked, and who asked. */
export interface WriteRequest {
  readonly principal: string;
  readonly key: string;
  readonly route: string;
  readonly requestHash: Buffer;
}

export type Claim =
  | { readonly kind: 'first' }
  | { readonly kind: 'different' }
  | { readonly kind: 'running' }
  | { readonly kind: 'answered'; readonly status: number; readonly responseSealed: string };

/**
 * Takes the key for this request, or tells what became of the request that took it. A claim whose process died before
 * it answered is free again after a minute.
 */
export async function claimKey(tx: Tx, { principal, key, route, requestHash }: WriteRequest): Promise<Claim> {
  await sql`
    delete from idempotency_key
    where principal = ${principal}
      and (created_at < clock_now() - interval '48 hours'
        or (key = ${key} and status is null and created_at < clock_now() - interval '1 minute'))`.execute(tx);
  const inserted = await sql`
    insert into idempotency_key (principal, key, route, request_hash) values (${principal}, ${key}, ${route}, ${requestHash})
    on conflict do nothing returning key`.execute(tx);
  if (inserted.rows.length > 0) return { kind: 'first' };
  const { rows } = await sql<{ isSame: boolean; status: number | null; responseSealed: string | null }>`
    select route = ${route} and request_hash = ${requestHash} as "isSame", status, response_sealed as "responseSealed"
    from idempotency_key where principal = ${principal} and key = ${key}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return { kind: 'running' };
  if (!row.isSame) return { kind: 'different' };
  if (row.status === null || row.responseSealed === null) return { kind: 'running' };
  return { kind: 'answered', status: row.status, responseSealed: row.responseSealed };
}

export async function keepAnswer(
  tx: Tx,
  { principal, key }: Pick<WriteRequest, 'principal' | 'key'>,
  answer: { readonly status: number; readonly responseSealed: string },
): Promise<void> {
  await sql`
    update idempotency_key set status = ${answer.status}, response_sealed = ${answer.responseSealed}
    where principal = ${principal} and key = ${key}`.execute(tx);
}

/** After a failure of ours: the same request may be tried again. */
export async function releaseKey(tx: Tx, { principal, key }: Pick<WriteRequest, 'principal' | 'key'>): Promise<void> {
  await sql`delete from idempotency_key where principal = ${principal} and key = ${key} and status is null`.execute(tx);
}
