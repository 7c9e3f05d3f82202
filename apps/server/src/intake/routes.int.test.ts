import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeInstance, type WholeInstance } from '../../test-support/open-whole-instance.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { newId } from '../foundation/ids.ts';

let whole: WholeInstance;
let developer: Awaited<ReturnType<typeof signIn>>;
let marketer: Awaited<ReturnType<typeof signIn>>;
let deliveries: string;
const id = newId();
beforeAll(async () => {
  whole = await openWholeInstance();
  const { database } = whole.foundation;
  const storeId = await seedStore(database);
  deliveries = `/api/v1/stores/${storeId}/deliveries`;
  await database.withStore(storeId, (tx) =>
    sql`insert into delivery (store_id, id, connection_id, purpose, adapter_id, topic, headers, body, state, reason)
        values (${storeId}, ${id}, ${newId()}, 'platform', 'webhook', 'order.upserted', '{}', 'no json', 'poison',
                'webhook.body_not_json')`.execute(tx),
  );
  developer = await signIn({ app: whole.app, database }, { role: 'developer' });
  marketer = await signIn({ app: whole.app, database }, { role: 'marketer' });
});
afterAll(() => whole.close());

const get = (url: string, headers = developer) => whole.app.inject({ url, headers });
const post = (url: string, payload: object) =>
  whole.app.inject({ method: 'POST', url: `${deliveries}/${url}`, headers: developer, payload });
const needs = async () => {
  const { data } = (await get('/api/v1/fleet')).json<{ data: { needs: { code: string }[] }[] }>();
  return data.flatMap((row) => row.needs.map(({ code }) => code));
};

it('what is in a delivery is read by whoever may replay it, and by nobody else', async () => {
  expect((await get(deliveries, marketer)).json()).toMatchObject({ data: [{ id, reason: 'webhook.body_not_json' }] });
  expect((await get(deliveries, marketer)).body).not.toContain('no json');
  expect((await get(`${deliveries}/${id}`, marketer)).json()).toMatchObject({ status: 403, code: 'access.forbidden' });
  expect((await get(`${deliveries}/${id}`)).json()).toMatchObject({ body: 'no json', isBodyCut: false, bytes: 7 });
  expect((await get(`${deliveries}/${newId()}`)).json()).toMatchObject({ status: 404, code: 'delivery.not_found' });
});

it('a store whose last unusable delivery was put aside needs nobody for it, until it is brought back', async () => {
  expect(await needs()).toContain('deliveries.poison');
  expect((await post('put-aside', { reason: 'webhook.body_not_json' })).json()).toEqual({ deliveryIds: [id] });
  expect(await needs()).not.toContain('deliveries.poison');
  expect((await get(`${deliveries}?state=poison`)).json()).toMatchObject({ data: [] });
  expect((await get(`${deliveries}?state=put_aside`)).json()).toMatchObject({ data: [{ id, state: 'put_aside' }] });
  expect((await get(`${deliveries}/reasons`)).json()).toEqual({
    data: [{ reason: 'webhook.body_not_json', poison: 0, putAside: 1 }],
  });
  expect((await post('bring-back', { deliveryIds: [id] })).json()).toEqual({ deliveryIds: [id] });
  expect(await needs()).toContain('deliveries.poison');
});

it('nothing is put aside by a question that names nothing, or both a reason and deliveries', async () => {
  for (const payload of [{}, { deliveryIds: [] }, { deliveryIds: [id], reason: 'webhook.body_not_json' }])
    expect((await post('put-aside', payload)).statusCode).toBe(400);
});
