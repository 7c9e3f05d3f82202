import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { openWholeInstance, type WholeInstance } from '../../../test-support/open-whole-instance.ts';
import { signIn } from '../../../test-support/sign-in.ts';
import { createFirstStore } from '../../first-store/create-first-store.ts';
import { newId } from '../../foundation/ids.ts';
import { addConnection } from '../../stores/add-connection.ts';

let whole: WholeInstance;
let owner: Readonly<Record<string, string>>;
let storeId: StoreId;
let connectionId: ConnectionId;

beforeAll(async () => {
  whole = await openWholeInstance();
  const { foundation, rooms, app } = whole;
  const store = await createFirstStore({ ...foundation, installers: rooms.installers });
  if (store === null) throw new Error('There is a store already.');
  storeId = store.id;
  const connection = await foundation.directory.connectionFor(storeId, 'platform');
  if (connection === null) throw new Error('The first store has no platform.');
  connectionId = connection.id;
  owner = await signIn({ app, database: foundation.database }, { role: 'owner' });
});
afterAll(() => whole.close());

const post = async (path: string, payload: object = {}) => {
  const answer = await whole.app.inject({
    method: 'POST',
    url: `/api/v1/stores/${storeId}${path}`,
    headers: owner,
    payload,
  });
  return { status: answer.statusCode, ...answer.json<Record<string, unknown> & { data?: { id: string }[] }>() };
};

it('a back-fill is begun once, paused, resumed, and shown', async () => {
  const begun = await post(`/connections/${connectionId}/backfill`, { updatedFrom: '2026-01-01T00:00:00Z' });
  expect(begun).toMatchObject({
    status: 202,
    data: ['products', 'customers', 'orders'].map((resource) => ({
      kind: 'backfill',
      resource,
      state: 'waiting',
      updatedFrom: '2026-01-01T00:00:00.000Z',
      total: null,
      perSecond: null,
      failure: null,
    })),
  });
  expect(await post(`/connections/${connectionId}/backfill`)).toMatchObject({
    status: 409,
    code: 'pull.already_running',
  });
  const pull = `/pulls/${begun.data?.[0]?.id}`;
  expect(await post(`${pull}/resume`)).toMatchObject({ status: 409, code: 'pull.not_resumable' });
  expect(await post(`${pull}/pause`)).toMatchObject({ status: 200, state: 'paused' });
  expect(await post(`${pull}/pause`)).toMatchObject({ status: 409, code: 'pull.not_pausable' });
  const shown = await whole.app.inject({ url: `/api/v1/stores/${storeId}/sync`, headers: owner });
  expect(shown.json()).toMatchObject({
    data: [{ connectionId, canPull: true, pulls: [{ state: 'paused' }, { state: 'waiting' }, { state: 'waiting' }] }],
  });
  expect(await post(`${pull}/resume`)).toMatchObject({ status: 200, state: 'waiting' });
});

it('what is not there, or cannot be read, is refused', async () => {
  expect(await post(`/pulls/${newId()}/pause`)).toMatchObject({ status: 404, code: 'pull.not_found' });
  expect(await post(`/connections/${newId()}/backfill`)).toMatchObject({ status: 404, code: 'connection.not_found' });
  const added = await addConnection(whole.foundation, storeId, {
    purpose: 'platform',
    adapterId: 'webhook',
    config: { callbackSecret: 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=' },
    webhookSecret: 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=',
  });
  if (!added.ok) throw new Error(JSON.stringify(added.failure));
  expect(await post(`/connections/${added.value.id}/backfill`)).toMatchObject({
    status: 409,
    code: 'pull.not_offered',
  });
});
