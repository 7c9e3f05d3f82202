import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hourMs, plus, toInstant } from '@regulars/core/shared';
import { anOrder } from '../../../test-support/an-order.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../../test-support/order-intake.ts';
import { importOrderFile } from './import-orders.ts';

let opened: OpenTestDatabase;
let intake: OrderIntake;
let folder: string;
beforeAll(async () => {
  opened = await openTestDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'regulars-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await opened.close();
});
beforeEach(async () => {
  intake = await createOrderIntake(opened);
});

/** A copy, because the rejects go beside it. */
function copyOf(name: string): string {
  const copy = path.join(folder, `${intake.storeId}-${name}`);
  copyFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)), copy);
  return copy;
}

const importFile = async (file: string) => {
  const { storeId, connectionId } = intake;
  const report = await importOrderFile(opened.database, {
    path: file,
    timeZone: 'Europe/Amsterdam',
    targetFor: async () => ({ storeId, connectionId }),
    progressStream: process.stderr,
  });
  if (!report.ok) throw new Error(report.failure.message);
  return report.value;
};
const states = () =>
  intake.query(sql<{ id: string; status: string }>`select external_id as id, status from orders order by external_id`);

describe('an import of orders', () => {
  it('brings in what can be used and keeps the rest beside the file, with reasons', async () => {
    const file = copyOf('shopify-orders.csv');
    expect(await importFile(file)).toEqual({
      layout: 'shopify',
      imported: 8,
      updated: 0,
      unchanged: 0,
      rejected: 7,
      rejectsFile: `${file}.rejects.csv`,
    });
    const rejects = readFileSync(`${file}.rejects.csv`, 'utf8');
    expect(rejects.split('\n')[0]).toMatch(/^Name,Email,.*,rejected_line,rejected_code,rejected_reason$/);
    expect(rejects).toContain('import.currency_unknown,"""currency"" must be an ISO 4217 currency such as EUR."');
  });

  it('changes nothing when it is done again, and says so', async () => {
    const file = copyOf('woocommerce-orders.csv');
    expect(await importFile(file)).toMatchObject({ imported: 9, rejected: 3 });
    const before = await intake.query(sql`select * from orders order by id`);
    expect(await importFile(file)).toMatchObject({ imported: 0, updated: 0, unchanged: 9, rejected: 3 });
    expect(await intake.query(sql`select * from orders order by id`)).toEqual(before);
    expect(await intake.query(sql<{ n: number }>`select count(*) as n from event where kind = 'orderPlaced'`)).toEqual([
      { n: 9 },
    ]);
  });

  it('is told as history, which begins no sequence, until the shop itself tells of an order', async () => {
    await importFile(copyOf('woocommerce-orders.csv'));
    const histories = () =>
      intake.query(sql<{ n: number; isHistory: string }>`
        select count(*) as n, data->>'isHistory' as "isHistory" from event
        where kind like 'order%' group by 2 order by 2 desc`);
    const [imported, ...none] = await histories();
    expect([imported?.isHistory, none]).toEqual(['true', []]);
    await intake.receive([{ kind: 'orderUpserted', order: anOrder({ externalId: 'of-today' }) }]);
    await intake.work();
    expect((await histories())[1]).toMatchObject({ isHistory: 'false' });
  });

  it('takes its own rejects once they are corrected', async () => {
    const file = copyOf('plain-orders.tsv');
    const { rejectsFile } = await importFile(file);
    const corrected = readFileSync(rejectsFile ?? '', 'utf8').replace(',sent,', ',fulfilled,');
    const again = path.join(folder, 'corrected.csv');
    writeFileSync(again, corrected);
    expect(await importFile(again)).toMatchObject({ imported: 1, rejected: 1 });
    expect((await states()).map(({ id }) => id)).toEqual(['A1', 'A2', 'A3']);
  });

  it('is history: what it tells happened when it happened', async () => {
    await importFile(copyOf('shopify-orders.csv'));
    const [latest] = await intake.query(sql<{ at: number }>`select max(at) as at from event`);
    expect(latest!.at).toBeLessThan(Date.UTC(2024, 5));
  });

  it('never overwrites what a webhook told newer', async () => {
    const placedAt = toInstant(Date.UTC(2024, 2, 31, 1));
    await intake.receive([
      {
        kind: 'orderUpserted',
        order: anOrder({
          externalId: '105',
          number: '105',
          placedAt,
          paidAt: null,
          updatedAt: plus(placedAt, hourMs),
          status: 'cancelled',
        }),
      },
    ]);
    await intake.work();
    expect(await importFile(copyOf('woocommerce-orders.csv'))).toMatchObject({ imported: 8, unchanged: 1 });
    expect((await states()).find(({ id }) => id === '105')).toEqual({ id: '105', status: 'cancelled' });
  });

  it('of one customer under many orders makes one customer with their value', async () => {
    await importFile(copyOf('shopify-orders.csv'));
    expect(
      await intake.query(
        sql`select v.order_count, v.gross_minor from customer c join customer_value v on v.customer_id = c.id where c.email_key = 'ada@buyer.example'`,
      ),
    ).toEqual([{ order_count: 2, gross_minor: 5965 }]);
  });

  it('makes no rejects file when nothing was rejected', async () => {
    const file = copyOf('woocommerce-items.csv');
    expect(await importFile(file)).toMatchObject({ imported: 2, rejected: 0, rejectsFile: null });
    expect(existsSync(`${file}.rejects.csv`)).toBe(false);
  });
});
