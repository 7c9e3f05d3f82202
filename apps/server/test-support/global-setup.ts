import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

import { startTestPostgres } from './start-test-postgres.ts';
import { startTestRedis } from './start-test-redis.ts';
import { makeTemplate } from './template-database.ts';

/** Gives one vitest project its real PostgreSQL and, in scale-out mode, its real Redis. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mode = project.config.env['REGULARS_TEST_MODE'] === 'scale-out' ? 'scale-out' : 'embedded';
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-test-'));
  const endings: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const end = async () => {
    for (const ending of endings.toReversed()) await ending();
  };
  try {
    const postgres = await startTestPostgres({ mode, dataDir: folder });
    endings.push(postgres.stop);
    const redis = mode === 'scale-out' ? await startTestRedis({ dataDir: folder }) : null;
    if (redis !== null) endings.push(redis.stop);
    const template = await makeTemplate(postgres.connectionString);
    endings.push(template.drop);
    project.provide('testMode', mode);
    project.provide('testServerUrl', postgres.connectionString);
    project.provide('testTemplate', template.name);
    project.provide('testRedisUrl', redis?.redisUrl ?? null);
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    testMode: 'embedded' | 'scale-out';
    testServerUrl: string;
    testTemplate: string;
    testRedisUrl: string | null;
  }
}
