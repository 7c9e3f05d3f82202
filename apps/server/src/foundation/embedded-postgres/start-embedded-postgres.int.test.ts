import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { clusterHome, clusterPaths, type ClusterPaths } from './cluster-paths.ts';
import { findPostmaster, isAlive } from './postmaster-file.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { stopPostmasterNow } from './stop-postmaster.ts';

const holder = fileURLToPath(new URL('../../../test-support/hold-postgres.ts', import.meta.url));
const log = () => {};
let madeDir: string;
let dataDir: string;
let paths: ClusterPaths;
let children: ChildProcess[] = [];

/** A cluster made once and copied for each test but the one that is about making it. */
beforeAll(async () => {
  madeDir = mkdtempSync(path.join(tmpdir(), 'regulars-embedded-'));
  await (await startEmbeddedPostgres({ dataDir: madeDir, log })).stop();
});

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'regulars-embedded-'));
  paths = clusterPaths(clusterHome(dataDir));
  execFileSync('cp', ['-a', clusterHome(madeDir), dataDir]);
});

afterAll(() => rmSync(madeDir, { recursive: true, force: true }));

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  stopPostmasterNow(paths, { binDir: '', majorVersion: 0 });
  await vi.waitFor(() => expect(findPostmaster(paths.cluster)).toBeNull(), 20_000);
  rmSync(dataDir, { recursive: true, force: true });
});

test('what was written is there after a stop and a start', async () => {
  const first = await startEmbeddedPostgres({ dataDir, log });
  await query(first.connectionString, 'create table kept as select 42 as answer');
  await first.stop();
  expect(findPostmaster(paths.cluster)).toBeNull();

  const second = await startEmbeddedPostgres({ dataDir, log });
  expect(await query(second.connectionString, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await second.stop();
});

test('it is durable, keeps its password to its owner and compares text beyond ASCII', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const rows = await query(
    postgres.connectionString,
    "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, lower('ÉÅÑ') as lowered",
  );
  expect(rows).toEqual([{ fsync: 'on', commit: 'on', lowered: 'éåñ' }]);
  expect(statSync(paths.password).mode & 0o777).toBe(0o600);
  await postgres.stop();
});

test('it is reached by a socket that is its owner’s alone, and by 127.0.0.1 as well', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const overNetwork = new URL(postgres.connectionString);
  overNetwork.search = '';
  const asked = 'select inet_server_addr() as address';
  expect(await query(postgres.connectionString, asked)).toEqual([{ address: null }]);
  expect(await query(overNetwork.href, asked)).toEqual([{ address: '127.0.0.1' }]);
  expect(statSync(paths.cluster).mode & 0o777).toBe(0o700);
  await postgres.stop();
});

test('where the folder’s path is too long for a socket, it is reached by 127.0.0.1', async () => {
  const deepDir = path.join(dataDir, 'deep-'.repeat(20));
  mkdirSync(deepDir);
  execFileSync('cp', ['-a', clusterHome(madeDir), deepDir]);
  const postgres = await startEmbeddedPostgres({ dataDir: deepDir, log });
  const asked = 'select inet_server_addr() as address';
  expect(await query(postgres.connectionString, asked)).toEqual([{ address: '127.0.0.1' }]);
  await postgres.stop();
});

test('two that start at the same moment on an empty folder share one', async () => {
  rmSync(paths.home, { recursive: true });
  const [one, other] = await Promise.all([holdInProcess(), holdInProcess()]);
  expect(one.connectionString).toBe(other.connectionString);
  expect([one.startedHere, other.startedHere].toSorted()).toEqual([false, true]);
});

test('who leaves last turns it off, also when somebody else had started it', async () => {
  const starter = await startEmbeddedPostgres({ dataDir, log });
  const joiner = await startEmbeddedPostgres({ dataDir, log });
  expect(joiner.startedHere).toBe(false);
  await starter.stop();
  expect(await query(joiner.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  await joiner.stop();
  expect(findPostmaster(paths.cluster)).toBeNull();
});

test('a process that ends without stopping it leaves nothing running', async () => {
  await holdInProcess('exit');
  await vi.waitFor(() => expect(findPostmaster(paths.cluster)).toBeNull(), 20_000);
});

test('after kill -9 of its owner the next start joins it and turns it off in the end', async () => {
  const killed = await holdInProcess();
  await kill(killed.child);
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  expect(postgres).toMatchObject({ startedHere: false, connectionString: killed.connectionString });
  await postgres.stop();
  expect(findPostmaster(paths.cluster)).toBeNull();
});

test('after kill -9 of owner and PostgreSQL alike, every acknowledged row is there', async () => {
  const killed = await holdInProcess();
  await query(killed.connectionString, 'create table kept (n int)');
  await query(killed.connectionString, 'insert into kept select generate_series(1, 1000)');
  const pid = findPostmaster(paths.cluster)?.pid ?? 0;
  await kill(killed.child);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 20_000);

  const postgres = await startEmbeddedPostgres({ dataDir, log });
  expect(postgres.startedHere).toBe(true);
  expect(await query(postgres.connectionString, 'select count(*)::int as rows from kept')).toEqual([{ rows: 1000 }]);
  await postgres.stop();
});

test('a stale postmaster.pid whose number another program got does not stand in the way', async () => {
  await (await startEmbeddedPostgres({ dataDir, log })).stop();
  writeFileSync(
    path.join(paths.cluster, 'postmaster.pid'),
    `${process.pid}\n${paths.cluster}\n0\n5432\n\n127.0.0.1\n\nready\n`,
  );
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  expect(postgres.startedHere).toBe(true);
  await postgres.stop();
});

test('its log holds neither statements nor the contents of rows', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  await query(postgres.connectionString, 'create table person (email text primary key)');
  const insertion = "insert into person values ('jo@example.com'), ('jo@example.com')";
  await expect(query(postgres.connectionString, insertion)).rejects.toThrow('duplicate key');
  await postgres.stop();
  expect(readFileSync(paths.log, 'utf8')).toContain('duplicate key');
  expect(readFileSync(paths.log, 'utf8')).not.toContain('jo@example.com');
});

type Held = { child: ChildProcess; connectionString: string; startedHere: boolean };

async function holdInProcess(ending: 'hold' | 'exit' = 'hold'): Promise<Held> {
  const child = spawn(process.execPath, ['--conditions=source', holder, dataDir, ending], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as Omit<Held, 'child'>) };
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
