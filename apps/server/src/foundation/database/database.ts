import { Kysely, PostgresDialect, sql, type PostgresPool, type RawBuilder } from 'kysely';
import type pg from 'pg';
import type { Brand, Instant, StoreId } from '@regulars/core/shared';
import { isId } from '@regulars/core/shared';
import type { ShiftedClock } from './clock.ts';

/** One open transaction. Repository functions take it first; only use-cases and lanes open one. */
export type Tx = Brand<Kysely<Record<never, never>>, 'Tx'>;

/** A one-row relation named `tenant`, to be put into `with …` and joined. */
export type Tenant = RawBuilder<unknown>;

export type Work<Value> = (tx: Tx, now: Instant) => Promise<Value>;

/** Every way to the data. `now` is Postgres' clock at the start of the transaction. */
export interface Database {
  /** One transaction that sees this store's rows and no others. */
  withStore<Value>(storeId: StoreId, work: Work<Value>): Promise<Value>;
  /** One transaction over several stores: for lanes that look for work, and for intake's common insert. */
  withStores<Value>(storeIds: readonly StoreId[], work: Work<Value>): Promise<Value>;
  /**
   * One statement over several stores, in a transaction and a round trip of its own: for intake, where thousands a
   * second wait for it. The statement must take its rows from the `tenant` it is given, which sets the stores.
   */
  once(storeIds: readonly StoreId[], toStatement: (tenant: Tenant) => RawBuilder<unknown>): Promise<void>;
  /** One transaction over the tables that bear no tenant: the directory of stores, people, keys. */
  withDirectory<Value>(work: Work<Value>): Promise<Value>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly pool: pg.Pool;
  readonly clock?: ShiftedClock;
  /** The name under which a statement with parameters is prepared, once a connection; without it each is planned anew. */
  readonly nameStatement?: (text: string) => string;
}

/**
 * Opens the database. The tenant is set here and nowhere else, together with `begin`, in one round trip.
 *
 * @example
 * ```ts
 * const order = await database.withStore(storeId, (tx) => findOrder(tx, storeId, orderId));
 * ```
 */
export function createDatabase({ pool, clock, nameStatement }: DatabaseOptions): Database {
  const kysely = new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool: lastResultOnly(pool, nameStatement) }),
  });

  const inTransaction = <Value>(storeIds: readonly StoreId[], work: Work<Value>): Promise<Value> =>
    kysely.connection().execute(async (connection) => {
      const opening = await sql<{ now: Instant }>`${sql.raw(beginStatement(storeIds, clock))}`.execute(connection);
      const now = opening.rows[0]?.now;
      if (now === undefined) throw new Error('Postgres did not tell the time.');
      try {
        const value = await work(connection as Tx, now);
        await sql`commit`.execute(connection);
        return value;
      } catch (error) {
        // The first error is the one to tell; a connection that cannot roll back is gone anyway.
        await sql`rollback`.execute(connection).catch(() => undefined);
        throw error;
      }
    });

  return {
    withStore: (storeId, work) => inTransaction([storeId], work),
    withStores: inTransaction,
    once: async (storeIds, toStatement) => {
      const tenant = sql`tenant as materialized (
        select set_config('app.stores', ${storeIds.join(',')}, true), set_config('app.clock_shift', ${shiftOf(clock) ?? ''}, true))`;
      await toStatement(tenant).execute(kysely);
    },
    withDirectory: (work) => inTransaction([], work),
    close: () => kysely.destroy(),
  };
}

function beginStatement(storeIds: readonly StoreId[], clock: ShiftedClock | undefined): string {
  // Sent as text because a parameterised statement cannot share a round trip with `begin`.
  if (!storeIds.every(isId)) throw new TypeError('A store id is a UUID.');
  const shift = shiftOf(clock);
  const setShift = shift === null ? '' : `set local app.clock_shift = '${shift}'; `;
  return `begin; set local app.stores = '${storeIds.join(',')}'; ${setShift}select clock_now() as now`;
}

/** As an interval; null where the clock is Postgres' own. */
function shiftOf(clock: ShiftedClock | undefined): string | null {
  return clock === undefined || clock.shiftMs === 0 ? null : `${Math.trunc(clock.shiftMs)} milliseconds`;
}

/** Of several statements sent at once, Kysely wants the last one's answer. */
function lastResultOnly(pool: pg.Pool, nameStatement: DatabaseOptions['nameStatement']): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      return {
        query: async (text: string, values: readonly unknown[]) => {
          const named = values.length === 0 || nameStatement === undefined ? {} : { name: nameStatement(text) };
          const result = (await client.query({ text, values: [...values], ...named })) as
            | pg.QueryResult
            | pg.QueryResult[];
          return Array.isArray(result) ? result.at(-1) : result;
        },
        release: () => client.release(),
      } as unknown as Awaited<ReturnType<PostgresPool['connect']>>;
    },
    end: () => pool.end(),
  } as PostgresPool;
}
