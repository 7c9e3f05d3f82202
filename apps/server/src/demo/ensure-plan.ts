import type { Instant } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { findDemoState, insertDemoState } from './demo-state.ts';
import { defaultDemoSize, planDemo, type DemoSize } from './plan-demo.ts';

const words: Readonly<Record<keyof DemoSize, string>> = {
  seed: '--seed',
  stores: '--stores',
  customersPerStore: '--customers',
};

/**
 * Writes a new demo's plan; one that is there keeps its own.
 *
 * @returns what stands against it when something else is asked for than the demo that is there was made with, else null.
 */
export async function ensurePlan(
  database: Database,
  wanted: Partial<DemoSize>,
  now: Instant,
  dataDir: string,
): Promise<string | null> {
  return await database.withDirectory(async (tx) => {
    const state = await findDemoState(tx);
    if (state === null) {
      await insertDemoState(tx, planDemo({ ...defaultDemoSize, ...wanted }, now));
      return null;
    }
    const keys: readonly (keyof DemoSize)[] = ['seed', 'stores', 'customersPerStore'];
    const other = keys.filter((key) => wanted[key] !== undefined && wanted[key] !== state[key]);
    if (other.length === 0) return null;
    const made = keys.map((key) => `${words[key]} ${state[key]}`).join(' ');
    return `The demo in ${dataDir} was made with ${made}. Open it without ${other.map((key) => words[key]).join(', ')}, or delete that folder for a new one.`;
  });
}
