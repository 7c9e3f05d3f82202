import type { QueryResult } from 'kysely';
import type { Tx } from '../src/foundation/database/database.ts';

/**
 * How Postgres would carry out the one statement of this work, line by line; the work itself is told that nothing was found.
 */
export async function explainStatement(tx: Tx, work: (watched: Tx) => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const executor = tx.getExecutor();
  const explaining = new Proxy(executor, {
    get: (target, name) => {
      if (name === 'executeQuery')
        return async (query: Parameters<typeof executor.executeQuery>[0]): Promise<QueryResult<never>> => {
          const plan = await executor.executeQuery<{ 'QUERY PLAN': string }>({ ...query, sql: `explain ${query.sql}` });
          lines.push(...plan.rows.map((row) => row['QUERY PLAN']));
          return { rows: [] };
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const watched = new Proxy(tx, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      return name === 'getExecutor' ? () => explaining : value;
    },
  });
  await work(watched);
  return lines.join('\n');
}
