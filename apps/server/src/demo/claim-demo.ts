import pg from 'pg';

const lockKey = 7_253_415;

/** Held as long as this process runs the demo: two of them would move two clocks over one life. */
export interface DemoClaim {
  release(): Promise<void>;
}

/** @returns null when another process runs this demo. */
export async function claimDemo(connectionString: string): Promise<DemoClaim | null> {
  const client = new pg.Client({ connectionString, application_name: 'regulars demo claim' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ isFree: boolean }>('select pg_try_advisory_lock($1) as "isFree"', [lockKey]);
  if (rows[0]?.isFree === true) return { release: () => client.end() };
  await client.end();
  return null;
}
