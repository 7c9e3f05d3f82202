import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../src/foundation/database/database.ts';
import { newId } from '../src/foundation/ids.ts';

/** A store as the directory knows it, with nothing in it. */
export async function seedStore(database: Database, timeZone = 'Europe/Amsterdam'): Promise<StoreId> {
  const storeId: StoreId = newId();
  const sender = JSON.stringify({ name: 'Sanne', role: 'Founder', email: 'sanne@shop.example', replyTo: null });
  await database.withStore(storeId, (tx) =>
    sql`
      insert into store (id, slug, name, currency, time_zone, sender)
      values (${storeId}, ${`s-${storeId}`}, 'Shop', 'EUR', ${timeZone}, ${sender}::jsonb)
    `.execute(tx),
  );
  return storeId;
}
