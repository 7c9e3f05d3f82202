import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '@regulars/core/commerce';
import { dayMs, minuteMs, parseInstant, type CurrencyCode, type Instant } from '@regulars/core/shared';
import { anOrder } from '../../test-support/an-order.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { registryOf } from '../../test-support/test-platform.ts';
import { actions } from '../foundation/http/index.ts';
import { newId } from '../foundation/ids.ts';
import { findStore, type Store } from '../stores/door.ts';
import { figuresShape } from './figures.ts';
import { listStoresToAddUp } from './figures-repository.ts';
import { listFleet } from './list-fleet.ts';
import { refreshFigures } from './refresh-figures.ts';
import { summarizeStore, type StoreSummary } from './summarize-store.ts';

// It is the first of December, one o'clock in the morning in Amsterdam, where the store is; midnight UTC.
let opened: OpenTestDatabase;
let intake: OrderIntake;
let store: Store;
let summary: StoreSummary;

const at = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`${text} is no instant.`);
  return parsed;
};

let count = 0;
function sold(email: string | null, placedAt: string, grandMinor: number, change: Partial<Order> = {}): Order {
  count += 1;
  const plain = anOrder();
  const { customer } = plain;
  return anOrder({
    externalId: `o-${count}`,
    placedAt: at(placedAt),
    paidAt: at(placedAt),
    customer: email === null || customer === null ? null : { ...customer, email },
    totals: { ...plain.totals, itemsMinor: grandMinor, grandMinor },
    ...change,
  });
}

function givenBack(order: Order, refundedMinor: number, status: Order['status']): Order {
  return { ...order, status, totals: { ...order.totals, refundedMinor } };
}

beforeAll(async () => {
  opened = await openTestDatabase();
  intake = await createOrderIntake(opened);
  const history = [
    sold('ada@buyer.example', '2026-10-31T22:30:00Z', 2_000), // 31 October, 23:30 there
    sold('ada@buyer.example', '2026-10-31T23:30:00Z', 3_000), // 1 November, 00:30 there
    sold('cy@buyer.example', '2026-11-10T12:00:00Z', 1_000),
    sold('bo@buyer.example', '2026-11-30T23:10:00Z', 1_000), // 1 December there
    sold('cy@buyer.example', '2026-11-30T23:20:00Z', 500),
    sold(null, '2026-11-12T12:00:00Z', 700),
    givenBack(sold('dee@buyer.example', '2026-11-05T12:00:00Z', 800), 800, 'refunded'),
    sold('eve@buyer.example', '2026-11-20T12:00:00Z', 9_999, { isTest: true }),
    sold('eve@buyer.example', '2026-11-21T12:00:00Z', 9_999, { status: 'cancelled' }),
    sold('eve@buyer.example', '2026-11-22T12:00:00Z', 9_999, { currency: 'USD' as CurrencyCode }),
    sold('eve@buyer.example', '2026-11-23T12:00:00Z', 9_999, { status: 'pending', paidAt: null }),
  ].map((order) => (order.externalId === 'o-3' ? givenBack(order, 400, 'partially_refunded') : order));
  await intake.receive(history.map((order) => ({ kind: 'orderUpserted', order })));
  await intake.work();
  const found = await opened.database.withStore(intake.storeId, (tx) => findStore(tx, intake.storeId));
  if (found === null) throw new Error('The store is gone.');
  store = found;
  await planMails();
  await refreshFigures({ database: opened.database, monotonicMs: () => 0 }, store.id);
  summary = await summarizeStore({ database: opened.database, adapters: registryOf() }, store, new Set(actions));
});
afterAll(() => opened.close());

/** Mails around the store's day, which begins on 30 November at 23:00 UTC and ends 24 hours later. */
async function planMails(): Promise<void> {
  const mails: [state: string, templateKey: string, dueAt: string, settledAt: string | null, reason: string | null][] =
    [
      ['planned', 'thank-you', '2026-12-01T22:59:59Z', null, null],
      ['planned', 'thank-you', '2026-12-01T23:00:00Z', null, null],
      ['claimed', 'thank-you', '2026-11-29T10:00:00Z', null, null],
      ['accepted', 'thank-you', '2026-11-30T22:00:00Z', '2026-11-30T23:00:00Z', null],
      ['accepted', 'check-in', '2026-11-30T22:00:00Z', '2026-11-30T22:59:59Z', null],
      ['skipped', 'check-in', '2026-11-30T22:00:00Z', '2026-11-30T23:30:00Z', 'cap'],
      ['skipped', 'thank-you', '2026-11-30T22:00:00Z', '2026-11-30T23:30:00Z', 'cap'],
      ['cancelled', 'check-in', '2026-11-30T22:00:00Z', '2026-11-30T23:30:00Z', 'unsubscribed'],
      ['unknown', 'check-in', '2026-11-30T22:00:00Z', null, null],
    ];
  await opened.database.withStore(intake.storeId, async (tx) => {
    for (const [state, templateKey, dueAt, settledAt, reason] of mails) {
      const id = newId();
      const payload = JSON.stringify({
        templateKey,
        purpose: 'marketing',
        enrollment: { sequenceKey: 'post-purchase' },
      });
      await sql`
        insert into effect (store_id, id, kind, key, state, reason, due_at, settled_at, payload)
        values (${intake.storeId}, ${id}, 'mail', ${id}, ${state}, ${reason}, ${dueAt}::timestamptz, ${settledAt}::timestamptz, ${payload}::jsonb)
      `.execute(tx);
    }
  });
}

describe('the figures of a store', () => {
  it('count buyers and regulars as they stand, in the store’s own currency', () => {
    expect(summary.figures).toMatchObject({ customers: 5, buyers: 3, regulars: 2, newRegulars: 1 });
  });

  it('tell what a customer is worth, refunds taken off', () => {
    expect(summary.figures).toMatchObject({ netMinor: 7_100, averageMinor: 2_367, medianMinor: 1_100 });
  });

  it('split revenue by first and returning orders, in months of the store’s own calendar', () => {
    const months = summary.figures?.months ?? [];
    expect(months).toHaveLength(24);
    expect(months[0]?.month).toBe('2025-01');
    expect(months.slice(-3)).toEqual([
      { month: '2026-10', firstMinor: 2_000, firstOrders: 1, returningMinor: 0, returningOrders: 0 },
      { month: '2026-11', firstMinor: 1_300, firstOrders: 2, returningMinor: 3_000, returningOrders: 1 },
      { month: '2026-12', firstMinor: 1_000, firstOrders: 1, returningMinor: 500, returningOrders: 1 },
    ]);
    expect(months.slice(0, -3).every(({ firstOrders, returningOrders }) => firstOrders + returningOrders === 0)).toBe(
      true,
    );
  });

  it('compare the last days with as many before them', () => {
    expect(summary.figures?.pace).toEqual({ days7: 2, days7Before: 0, days30: 4, days30Before: 2 });
  });

  it('know the store’s rhythm and what was given back', () => {
    expect(summary.figures?.rhythm).toEqual({
      lastOrderAt: at('2026-11-30T23:20:00Z'),
      // Orders in any currency tell that orders come: the pause ends with the one in dollars.
      orders: 8,
      longestPauseMs: 10 * dayMs,
    });
    expect(summary.figures?.refunds).toEqual({ orders: 5, share: 0.3, ordersBefore: 2, shareBefore: 0 });
  });

  it('are the same on the page of all stores', async () => {
    const [row] = await listFleet(opened.database, [store], new Set(actions));
    expect({ figures: row?.figures, today: row?.today }).toEqual({ figures: summary.figures, today: summary.today });
  });
});

describe('the day of mails', () => {
  it('begins and ends with the store’s own day', () => {
    expect(summary.today).toMatchObject({ sent: 1, planned: 2, refused: 0, unclear: 1 });
    expect(summary.today.lines).toEqual([
      { sequenceKey: 'post-purchase', templateKey: 'thank-you', sent: 1, planned: 2 },
    ]);
  });

  it('says why mails were not sent', () => {
    expect(summary.today.skipped).toEqual([
      { reason: 'cap', count: 2 },
      { reason: 'unsubscribed', count: 1 },
    ]);
  });

  it('counts what waiting enrollments will ask for today, and nothing of sequences that rest', async () => {
    const waiting = (key: string, state: string) => sql`
      with q as (
        insert into sequence (store_id, id, key, name, state, live_version) values (${store.id}, gen_random_uuid(), ${key}, ${key}, ${state}, 1) returning id
      ), v as (
        insert into sequence_version (store_id, sequence_id, version, definition)
        select ${store.id}, id, 1, ${JSON.stringify({
          steps: [
            { id: 'rest', kind: 'wait', delayMs: minuteMs },
            { id: 'ask', kind: 'send', templateKey: 'review', purpose: 'marketing' },
          ],
        })}::jsonb from q
      )
      insert into enrollment (store_id, id, sequence_id, version, customer_id, entry_key, status, step_id, state, due_at)
      select ${store.id}, gen_random_uuid(), q.id, 1, gen_random_uuid(), 'customer', 'active', 'rest', '{}', due
      from q, unnest(array['2026-12-01T22:59:00Z', '2026-12-01T23:01:00Z']::timestamptz[]) as due`;
    await opened.database.withStore(store.id, async (tx) => {
      await waiting('asking', 'live').execute(tx);
      await waiting('resting', 'paused').execute(tx);
    });
    const [row] = await listFleet(opened.database, [store], new Set(actions));
    expect(row?.today.lines).toContainEqual({ sequenceKey: 'asking', templateKey: 'review', sent: 0, planned: 1 });
    expect(row?.today.lines.some(({ sequenceKey }) => sequenceKey === 'resting')).toBe(false);
  });
});

describe('a mail is overdue', () => {
  it('an hour after it was due, while nobody sent it', () => {
    expect(summary.needs).toContainEqual(
      expect.objectContaining({ code: 'mails.overdue', count: 1, sinceAt: at('2026-11-29T10:00:00Z') }),
    );
  });
});

describe('figures are added up', () => {
  const due = () => opened.database.withStore(store.id, (tx) => listStoresToAddUp(tx));

  it('again when something came in, and not before', async () => {
    await opened.database.withStore(store.id, (tx) =>
      sql`update delivery set received_at = clock_now() - interval '2 minutes'`.execute(tx),
    );
    await opened.database.withStore(store.id, (tx) =>
      sql`update customer set created_at = clock_now() - interval '2 minutes'`.execute(tx),
    );
    await refreshFigures({ database: opened.database, monotonicMs: () => 0 }, store.id);
    expect(await due()).toEqual([]);
    opened.clock.shiftMs += 5_000;
    expect(await due()).toEqual([]);
    await intake.receive([{ kind: 'orderUpserted', order: sold('ada@buyer.example', '2026-11-30T23:30:00Z', 100) }]);
    expect(await due()).toEqual([store.id]);
  });

  it('again when a shop’s history was read, though its customers are known since long ago', async () => {
    const run = (statement: ReturnType<typeof sql>) =>
      opened.database.withStore(store.id, (tx) => statement.execute(tx));
    await run(sql`update delivery set received_at = clock_now() - interval '2 minutes'`);
    await refreshFigures({ database: opened.database, monotonicMs: () => 0 }, store.id);
    opened.clock.shiftMs += 5_000;
    expect(await due()).toEqual([]);
    await run(sql`insert into connection (store_id, id, purpose, adapter_id, config_sealed, hook_token_hash, hook_token_sealed)
                  values (${store.id}, ${store.id}, 'platform', 'x', '', '', '')`);
    await run(sql`insert into pull (store_id, id, connection_id, kind, resource, events_done, last_page_at)
                  values (${store.id}, ${store.id}, ${store.id}, 'backfill', 'orders', 1, clock_now())`);
    expect(await due()).toEqual([store.id]);
    await run(sql`delete from connection where id = ${store.id}`);
  });

  it('again after a quarter of an hour, in which a month may have ended', async () => {
    await refreshFigures({ database: opened.database, monotonicMs: () => 0 }, store.id);
    opened.clock.shiftMs += 16 * minuteMs;
    expect(await due()).toEqual([store.id]);
  });

  it('again when they are of another shape, and until then not shown', async () => {
    await refreshFigures({ database: opened.database, monotonicMs: () => 0 }, store.id);
    await opened.database.withStore(store.id, (tx) =>
      sql`update store_figures set shape = ${figuresShape + 1}`.execute(tx),
    );
    expect(await due()).toEqual([store.id]);
    const [row] = await listFleet(opened.database, [store], new Set(actions));
    expect(row?.figures).toBeNull();
  });
});
