import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '@regulars/core/commerce';
import { toIsoString } from '@regulars/core/shared';
import { openOrderFile } from './open-order-file.ts';
import { readOrders, type ReadOrder } from './read-orders.ts';

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

async function read(file: string): Promise<readonly ReadOrder[]> {
  const opened = await openOrderFile(file);
  if (!opened.ok) throw new Error(opened.failure.message);
  return await Array.fromAsync(readOrders(opened.value, 'Europe/Amsterdam'));
}

const ordersOf = (reads: readonly ReadOrder[]) =>
  new Map(reads.flatMap(({ order }) => (order === null ? [] : [[order.number, order] as const])));
const rejectionsOf = (reads: readonly ReadOrder[]) =>
  reads.flatMap((one) => (one.order === null ? one.rejections.map(({ code, path: pointer }) => [code, pointer]) : []));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'regulars-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const written = (text: string | Buffer) => {
  const file = path.join(folder, 'orders.csv');
  writeFileSync(file, text);
  return file;
};

describe("Shopify's export", () => {
  let reads: readonly ReadOrder[];
  let orders: ReadonlyMap<string, Order>;
  beforeAll(async () => {
    reads = await read(fixture('shopify-orders.csv'));
    orders = ordersOf(reads);
  });

  test('gives one order for all its rows, with the money of both', () => {
    const order = orders.get('#1001');
    expect(order).toMatchObject({
      externalId: '5500000001001',
      status: 'fulfilled',
      platformStatus: 'paid fulfilled',
      currency: 'EUR',
      totals: {
        itemsMinor: 3980,
        discountMinor: 500,
        shippingMinor: 495,
        taxMinor: 345,
        grandMinor: 3975,
        refundedMinor: 0,
      },
      couponCodes: ['welcome10', 'spring'],
      attributes: { gift: 'yes', message: 'Happy day: enjoy' },
      billingAddress: { country: 'NL', city: 'Utrecht', postcode: '3511 AA' },
      customer: {
        email: 'Ada@Buyer.example',
        firstName: 'Ada',
        lastName: 'Smit',
        consent: { state: 'subscribed', source: 'checkout' },
      },
    });
    expect(
      order?.lineItems.map(({ name, subtotalMinor, discountMinor, sku }) => [name, subtotalMinor, discountMinor, sku]),
    ).toEqual([
      ['House blend - 250 g', 1990, 0, 'HB-250'],
      ['Filter papers, "size 4"', 1990, 500, null],
    ]);
  });

  test('dates orders by their own zone, and their state by the last thing that is dated', () => {
    const order = orders.get('#1001');
    expect([order?.placedAt, order?.paidAt, order?.updatedAt].map((at) => toIsoString(at!))).toEqual([
      '2024-03-01T09:00:00.000Z',
      '2024-03-01T09:00:05.000Z',
      '2024-03-02T08:00:00.000Z',
    ]);
  });

  test.each([
    ['#1002', 'partially_refunded'],
    ['#1003', 'refunded'],
    ['#1004', 'cancelled'],
    ['#1005', 'pending'],
    ['#1008', 'fulfilled'],
  ])('derives the status of %s: %s', (number, status) => {
    expect(orders.get(number)?.status).toBe(status);
  });

  test('keeps orders of nobody, orders in yen and things that are not shipped', () => {
    expect(orders.get('#1006')?.customer).toMatchObject({ email: null, externalId: null });
    expect(orders.get('#1007')).toMatchObject({ currency: 'JPY', totals: { grandMinor: 3000, itemsMinor: 3000 } });
    expect(orders.get('#1008')?.lineItems).toMatchObject([{ name: 'Gift card', isDigital: true }]);
  });

  test('has each bad order rejected with the column and the reason, and no other', () => {
    expect(orders.size).toBe(8);
    expect(rejectionsOf(reads)).toEqual([
      ['import.amount_invalid', '/total'],
      ['import.currency_unknown', '/currency'],
      ['import.date_invalid', '/created at'],
      ['import.email_invalid', '/email'],
      ['import.quantity_invalid', '/lineitem quantity'],
      ['import.order_scattered', ''],
      ['import.line_width', ''],
    ]);
  });
});

describe("WooCommerce's exports", () => {
  test('with one row per order', async () => {
    const reads = await read(fixture('woocommerce-orders.csv'));
    const orders = ordersOf(reads);
    expect(orders.get('NL-101')).toMatchObject({
      externalId: '101',
      customer: { externalId: '12', email: 'ada@buyer.example' },
      couponCodes: ['welcome10'],
      totals: { itemsMinor: 2474, shippingMinor: 500, grandMinor: 2490 },
    });
    expect(orders.get('NL-101')?.lineItems).toMatchObject([
      { name: 'House blend: 250 g', productExternalId: '7', subtotalMinor: 1990, discountMinor: 200, taxMinor: 310 },
      { name: 'Papers', quantity: 2, subtotalMinor: 484, sku: null },
    ]);
    expect(Object.fromEntries([...orders.values()].map(({ externalId, status }) => [externalId, status]))).toEqual({
      101: 'fulfilled',
      102: 'paid',
      103: 'partially_refunded',
      104: 'refunded',
      105: 'pending',
      106: 'pending',
      107: 'cancelled',
      108: 'pending',
      112: 'paid',
    });
    expect(orders.get('102')?.customer).toMatchObject({ externalId: null, email: 'Bo@Buyer.example' });
    expect(orders.get('103')?.refunds).toMatchObject([{ externalId: '900', amountMinor: 500, reason: 'Broken' }]);
    expect(orders.get('104')?.refunds).toMatchObject([{ externalId: '901', amountMinor: 2490, reason: null }]);
    expect(rejectionsOf(reads)).toEqual([
      ['import.order_draft', '/status'],
      ['import.amount_invalid', '/order_total'],
      ['import.cell_missing', '/order_total'],
    ]);
  });

  test('are dated by the shop’s clock, also at an hour that clock skips', async () => {
    const orders = ordersOf(await read(fixture('woocommerce-orders.csv')));
    expect(toIsoString(orders.get('102')!.placedAt)).toBe('2024-03-31T01:00:00.000Z');
    expect(toIsoString(orders.get('112')!.placedAt)).toBe('2024-03-15T05:29:00.000Z');
  });

  test('with one row per item, separated by semicolons, in the encoding of an old Windows', async () => {
    const orders = ordersOf(await read(fixture('woocommerce-items.csv')));
    expect(
      orders.get('201')?.lineItems.map(({ name, quantity, subtotalMinor }) => [name, quantity, subtotalMinor]),
    ).toEqual([
      ['Koffie mélange', 1, 1990],
      ['Filters', 0.5, 400],
    ]);
    expect(orders.get('202')?.lineItems).toHaveLength(1);
  });

  test('of the import-export suite, with numbered columns and refunds without ids', async () => {
    const orders = ordersOf(await read(fixture('woocommerce-suite.csv')));
    expect(orders.get('301')).toMatchObject({
      status: 'partially_refunded',
      customer: { externalId: '12', email: 'ada@account.example' },
      totals: { grandMinor: 1210, refundedMinor: 200 },
      couponCodes: ['thanks'],
      refunds: [],
      lineItems: [{ name: 'Tea', productExternalId: '9', subtotalMinor: 1210 }],
    });
  });
});

describe('the plain layout', () => {
  test('takes what has no export of its own', async () => {
    const reads = await read(fixture('plain-orders.tsv'));
    const orders = ordersOf(reads);
    expect(orders.get('A1')).toMatchObject({
      status: 'fulfilled',
      billingAddress: { country: 'NL' },
      lineItems: [{ name: 'House blend', categories: ['Coffee', 'Beans'] }, { name: 'Papers' }],
    });
    expect(orders.get('A2')).toMatchObject({
      currency: 'KWD',
      totals: { grandMinor: 1234 },
      customer: { externalId: 'c9' },
      isRenewal: true,
    });
    expect(toIsoString(orders.get('A2')!.placedAt)).toBe('2024-03-05T22:30:00.000Z');
    expect(rejectionsOf(reads)).toEqual([
      ['import.status_unknown', '/status'],
      ['import.cell_missing', ''],
    ]);
  });

  test('is as the guide shows it', async () => {
    const guide = readFileSync(
      fileURLToPath(new URL('../../../../../docs/guides/import-orders.md', import.meta.url)),
      'utf8',
    );
    const reads = await read(written(/```csv\n([^`]+)```/.exec(guide)?.[1] ?? ''));
    expect(reads).toMatchObject([{ order: { externalId: 'A1', totals: { itemsMinor: 3000, grandMinor: 3000 } } }]);
  });

  const plain = 'order_id,placed_at,status,currency,total\n';

  test('in the western encoding of Windows keeps the signs that are not in ISO 8859-1', async () => {
    const header = 'order_id,placed_at,status,currency,total,email,first_name,item_name,quantity,item_total\n';
    const row = 'A1,2024-03-05,paid,EUR,5.00,dan@buyer.example,Dani\xebl,Dan\x92s \x805 blend \x96 dark,1,5.00\n';
    const reads = await read(written(Buffer.from(header + row, 'latin1')));
    expect(reads).toMatchObject([
      { order: { customer: { firstName: 'Daniël' }, lineItems: [{ name: 'Dan’s €5 blend – dark' }] } },
    ]);
  });

  test('that is no CSV any more after some line says where', async () => {
    const reads = await read(
      written(`${plain}1,2024-03-05,paid,EUR,1.00\n2,"2024-03-05,paid,EUR,1.00\n3,2024-03-05,paid,EUR,1.00\n`),
    );
    expect([...ordersOf(reads).keys()]).toEqual(['1']);
    expect(rejectionsOf(reads)).toHaveLength(1);
  });

  test('of many lines is read to its end', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `${n},2024-03-05,paid,EUR,1.00`).join('\n');
    const opened = await openOrderFile(written(plain + lines));
    if (!opened.ok) throw new Error(opened.failure.message);
    let count = 0;
    for await (const { order } of readOrders(opened.value, 'UTC')) count += order === null ? 0 : 1;
    expect(count).toBe(20_000);
  });
});

describe('a file that went through a spreadsheet', () => {
  test('has ids rejected that were rounded, and phone numbers freed of their apostrophe', async () => {
    const header = 'Name,Email,Financial Status,Created at,Currency,Total,Lineitem name,Id,Phone';
    const line = (name: string, id: string) =>
      `${name},,paid,2024-03-01 10:00:00 +0100,EUR,1.00,Tea,${id},'+31612345678`;
    const reads = await read(written(`${header}\n${line('#1', '5.5E+12')}\n${line('#2', '5500000000002')}\n`));
    expect(rejectionsOf(reads)).toEqual([['import.id_mangled', '/id']]);
    expect(ordersOf(reads).get('#2')?.customer?.phone).toBe('+31612345678');
  });
});

describe('a file', () => {
  test('whose columns nobody knows is refused with what each layout lacks', async () => {
    const opened = await openOrderFile(written('date,amount\n2024-01-01,1\n'));
    expect(opened).toMatchObject({
      ok: false,
      failure: { code: 'import.layout_unknown', message: expect.stringContaining('"financial status"') },
    });
  });

  test('that is empty, a folder or not there is refused in words', async () => {
    expect(await openOrderFile(written(''))).toMatchObject({ ok: false, failure: { code: 'import.layout_unknown' } });
    expect(await openOrderFile(folder)).toMatchObject({ ok: false, failure: { code: 'import.file_unreadable' } });
    expect(await openOrderFile(path.join(folder, 'none.csv'))).toMatchObject({
      ok: false,
      failure: { code: 'import.file_unreadable' },
    });
  });
});
