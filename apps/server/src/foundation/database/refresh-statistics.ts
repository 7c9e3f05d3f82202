import pg from 'pg';

const lockKey = 7_253_414;
/** Rows changed since the last look by the planner, beyond which a table is looked at again. */
const threshold = { rows: 500, share: 0.3 };

/**
 * Tells the planner about tables that have grown: a new store fills empty tables within seconds, and until autovacuum
 * comes round (a minute by default) Postgres would plan for a handful of rows. One process does it at a time.
 *
 * @returns the tables that were analyzed.
 */
export async function refreshStatistics(client: pg.Client): Promise<readonly string[]> {
  const locked = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [lockKey]);
  if (locked.rows[0]?.ok !== true) return [];
  try {
    const grown = await client.query<{ name: string }>(
      `select quote_ident(relname) as name from pg_stat_user_tables
       where schemaname = 'public' and n_mod_since_analyze > greatest($1::float8, $2::float8 * n_live_tup)`,
      [threshold.rows, threshold.share],
    );
    for (const { name } of grown.rows) await client.query(`analyze ${name}`);
    return grown.rows.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
  }
}

export interface StatisticsKeeper {
  stop(): Promise<void>;
}

const intervalMs = 5_000;

/** Keeps doing so until stopped, as the owner of the tables. A failure waits for the next turn: plans are no matter of life and death. */
export function keepStatisticsFresh(connectionString: string): StatisticsKeeper {
  let isStopping = false;
  const work = async () => {
    const client = new pg.Client({ connectionString, application_name: 'regulars statistics' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await refreshStatistics(client);
    } catch {
      // The database is away: the lanes say so.
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => (isStopping ? undefined : work()));
  }, intervalMs);
  return {
    stop: async () => {
      isStopping = true;
      clearInterval(timer);
      await running;
    },
  };
}
