import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { countDeliveryTroubles } from './count-troubles.ts';
import { forgetBodies } from './forget-bodies.ts';
import { createPurgeLane } from './jobs.ts';
import { bringBack, countReasons, putAside } from './put-aside.ts';
import { readDelivery } from './read-delivery.ts';
import { listDeliveries, replayPoison } from './repository.ts';

let opened: OpenTestDatabase;
let intake: OrderIntake;
/** One that is no JSON, and one whose customer is at fault. */
let broken: string;
let second: string;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  intake = await createOrderIntake(opened);
  await intake.receive('{"truncated":', 'bob@buyer.example, cut off', []);
  await intake.work();
  const rows = await intake.query(
    sql<{ id: string }>`select id from delivery where state = 'poison' order by octet_length(body)`,
  );
  [broken, second] = rows.map(({ id }) => id) as [string, string];
});

type Work<Answer> = (tx: Parameters<typeof countReasons>[0], storeId: OrderIntake['storeId']) => Promise<Answer>;
const inStore = <Answer>(work: Work<Answer>) =>
  opened.database.withStore(intake.storeId, (tx) => work(tx, intake.storeId));
const put = (...deliveryIds: string[]) => inStore((tx, storeId) => putAside(tx, storeId, { deliveryIds }));
const back = (...deliveryIds: string[]) => inStore((tx, storeId) => bringBack(tx, storeId, deliveryIds));
const listed = async (state: string | null) =>
  (await inStore((tx, storeId) => listDeliveries(tx, storeId, { state, before: null, limit: 50 }))).map(({ id }) => id);
const needSomebody = async () => (await inStore((tx) => countDeliveryTroubles(tx)))[0]?.poison;
const purge = () => createPurgeLane({ database: opened.database }).work(intake.storeId);

describe('a delivery that is put aside', () => {
  it('needs nobody any more, and stands in a list of its own', async () => {
    expect([await needSomebody(), await listed('poison')]).toEqual([2, expect.arrayContaining([broken, second])]);
    expect(await put(broken)).toEqual([broken]);
    expect(await needSomebody()).toBe(1);
    expect(await listed('poison')).toEqual([second]);
    expect(await listed('put_aside')).toEqual([broken]);
    expect(await listed(null)).toHaveLength(3);
  });

  it('needs somebody again once it is brought back', async () => {
    await put(broken);
    expect(await back(broken, second)).toEqual([broken]);
    expect(await needSomebody()).toBe(2);
    expect(await listed('put_aside')).toEqual([]);
  });

  it('is put aside once; what could be used cannot be', async () => {
    const everything = await listed(null);
    expect((await put(...everything)).toSorted()).toEqual([broken, second].toSorted());
    expect(await put(...everything)).toEqual([]);
  });

  it('goes together with all of its reason, and is counted by it', async () => {
    expect(await inStore((tx, storeId) => putAside(tx, storeId, { reason: 'another.reason' }))).toEqual([]);
    const [of] = await inStore(countReasons);
    expect(of).toEqual({ reason: 'webhook.json_invalid', poison: 2, putAside: 0 });
    const ids = await inStore((tx, storeId) => putAside(tx, storeId, { reason: 'webhook.json_invalid' }));
    expect(ids).toHaveLength(2);
    expect(await inStore(countReasons)).toEqual([{ reason: 'webhook.json_invalid', poison: 0, putAside: 2 }]);
  });

  it('stays out when everything is replayed, and is replayed when it is named', async () => {
    await put(broken);
    const replay = (id: string | null) => inStore((tx, storeId) => replayPoison(tx, storeId, id));
    expect(await replay(null)).toBe(1);
    expect(await replay(broken)).toBe(1);
    // It could still not be used: it needs somebody as if it had come just now.
    await intake.work();
    expect(await needSomebody()).toBe(2);
  });

  it('is kept for thirty days from then, however long ago it came', async () => {
    opened.clock.shiftMs += 100 * dayMs;
    await put(broken);
    await purge();
    opened.clock.shiftMs += 29 * dayMs;
    await purge();
    expect(await listed('put_aside')).toEqual([broken]);
    opened.clock.shiftMs += 2 * dayMs;
    await purge();
    expect(await listed('put_aside')).toEqual([]);
    // What nobody has decided on stays.
    expect(await listed('poison')).toEqual([second]);
  });

  it('is emptied like every other when the person in it is erased', async () => {
    await put(second);
    await inStore((tx, storeId) => forgetBodies(tx, storeId, ['bob@buyer.example']));
    const found = await inStore((tx, storeId) => readDelivery(tx, storeId, second));
    expect(found).toMatchObject({ state: 'put_aside', body: '', bytes: 0, headers: {} });
    expect(await inStore((tx, storeId) => replayPoison(tx, storeId, second))).toBe(0);
  });
});

describe('a delivery that is read', () => {
  it('shows what came, and no header that could hold a secret', async () => {
    const headers = JSON.stringify({ 'x-shop-topic': 'orders/paid', 'x-signature': 's3cret', cookie: 's3cret' });
    await intake.query(sql`update delivery set headers = ${headers}::jsonb where id = ${broken}`);
    const found = await inStore((tx, storeId) => readDelivery(tx, storeId, broken));
    expect(found).toMatchObject({
      topic: 'events',
      attempt: 1,
      reason: 'webhook.json_invalid',
      headers: { 'x-shop-topic': 'orders/paid' },
      body: '{"truncated":',
      isBodyCut: false,
    });
    expect(JSON.stringify(found)).not.toContain('s3cret');
  });

  it('of megabytes shows its beginning, and says so', async () => {
    await intake.query(sql`update delivery set body = convert_to(repeat('é', 200000), 'UTF8') where id = ${broken}`);
    const found = await inStore((tx, storeId) => readDelivery(tx, storeId, broken));
    expect(found).toMatchObject({ bytes: 400_000, isBodyCut: true, body: 'é'.repeat(131_072) });
  });
});
