import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { hourMs } from '@regulars/core/shared';
import { createTestDatabase } from '../../../test-support/create-test-database.ts';
import { programEnvironment } from '../../../test-support/program-environment.ts';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));
const run = promisify(execFile);

interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let woo: FakeWooCommerce;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  woo = await startFakeWooCommerce();
  database = await createTestDatabase();
  for (let hoursAgo = 60; hoursAgo > 10; hoursAgo -= 1) addOrder(hoursAgo);
  const { url, key, secret, webhookSecret } = woo;
  const shop = ['--platform', 'woocommerce', '--url', url, '--key', key, '--secret', secret];
  await regulars('stores', 'add', 'roastery', ...shop, '--webhook-secret', webhookSecret);
});
afterAll(async () => {
  await woo.close();
  await database.drop();
});

function addOrder(hoursAgo: number): void {
  const at = new Date(Date.now() - hoursAgo * hourMs).toISOString().slice(0, 19);
  woo.addOrder({ status: 'completed', date_created_gmt: at });
}

/** Runs the program as somebody does at a terminal, with no server beside it. */
async function regulars(...args: readonly string[]): Promise<Printed> {
  const env = {
    ...programEnvironment(),
    DATABASE_URL: database.databaseUrl,
    REGULARS_SECRET_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
    REGULARS_ALLOW_PRIVATE_NETWORK: 'true',
  };
  return await run(process.execPath, ['--conditions=source', program, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Printed) => error,
  );
}
const sync = (...args: readonly string[]) => regulars('sync', ...args, '--store', 'roastery');

describe('regulars sync', () => {
  it('reads a shop to the end by itself, says on stderr how far it is, and prints one document', async () => {
    const { code, stdout, stderr } = await sync('backfill', '--json');
    expect([code, stderr.trim().split('\n').at(-1)]).toEqual([0, 'orders: 50 read']);
    expect(JSON.parse(stdout)).toMatchObject({
      adapterId: 'woocommerce',
      pulls: expect.arrayContaining([
        expect.objectContaining({ kind: 'backfill', resource: 'orders', state: 'done', ordersDone: 50, total: 50 }),
      ]),
    });
  });

  it('finds the order that no webhook told of, and brings it here', async () => {
    addOrder(5);
    const checked = await sync('check');
    expect([checked.code, checked.stdout]).toEqual([1, expect.stringContaining('Orders: 50 here, 51 there')]);
    const repaired = await sync('repair');
    expect([repaired.code, repaired.stdout]).toEqual([0, expect.stringContaining('Orders: 51 here, 51 there')]);
  });

  it('registers the webhooks that are missing', async () => {
    const { code, stdout } = await sync('hooks');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Webhooks: (\d+) of \1 active/)]);
    expect(woo.webhooks.map(({ topic }) => topic)).toContain('order.updated');
  });

  it('ends with 1 where there is nothing to do', async () => {
    expect(await sync('pause')).toMatchObject({ code: 1, stderr: 'Nothing is being read of this connection.\n' });
  });
});
