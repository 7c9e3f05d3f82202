import { sql } from 'kysely';
import type { CurrencyCode, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** What a store counts in, and the day it is there, since 1970-01-01. */
export interface StoreDay {
  readonly today: number;
  readonly currency: CurrencyCode;
}

export async function readStoreDay(tx: Tx, storeId: StoreId): Promise<StoreDay> {
  const { rows } = await sql<StoreDay>`
    select day_number(clock_now(), time_zone) as today, currency from store where id = ${storeId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('Forecasts are for a store that exists.');
  return row;
}
