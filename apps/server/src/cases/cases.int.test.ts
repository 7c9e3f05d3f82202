import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId, EffectId, StoreId } from '@regulars/core/shared';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { newId } from '../foundation/ids.ts';
import { countOpenCases, fileRemark, findAnswer, findCustomersWithOpenCase } from './door.ts';
import { createForgetLane } from './jobs.ts';
import type { RemarkKind } from './remark.ts';
import { casesRoutes } from './routes.ts';

let http: TestHttpApp;
let headers: Record<string, string>;
let storeId: StoreId;
let ada: CustomerId;
beforeAll(async () => {
  http = await createTestHttpApp({ apiRoutes: (database) => [casesRoutes({ database })] });
  headers = await signIn(http, { role: 'marketer' });
  storeId = await seedStore(http.database);
});
afterAll(() => http.close());
beforeEach(async () => {
  await http.database.withStore(storeId, async (tx) => {
    for (const table of ['remark', 'customer_case', 'event']) await sql`delete from ${sql.table(table)}`.execute(tx);
  });
  ada = await addCustomer('Ada');
});

const addCustomer = async (firstName: string): Promise<CustomerId> => {
  const id: CustomerId = newId();
  await http.database.withStore(storeId, (tx) =>
    sql`insert into customer (store_id, id, first_name) values (${storeId}, ${id}, ${firstName})`.execute(tx),
  );
  return id;
};
const says = (kind: RemarkKind, words: string | null = null, customerId = ada, messageId: EffectId = newId()) =>
  http.database.withStore(storeId, (tx, now) =>
    fileRemark(tx, storeId, { id: newId(), customerId, messageId, subject: 'How is it going?', kind, words, at: now }),
  );
const call = async (method: 'GET' | 'POST', path: string, payload?: object) => {
  const url = `/api/v1/stores/${storeId}${path}`;
  const answer = await http.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, json: answer.json() };
};
const kinds = async (customerId = ada) => {
  const { rows } = await http.database.withStore(storeId, (tx) =>
    sql<{ kind: string }>`select kind from event where customer_id = ${customerId} order by seq`.execute(tx),
  );
  return rows.map(({ kind }) => kind);
};

describe('a case', () => {
  it('says who said what about which mail, and who closed it with what note', async () => {
    const caseId = await says('problem', 'The lid leaks.');
    await says('reply', 'Are you there?');
    const open = (await call('GET', '/cases?state=open')).json;
    expect(open).toMatchObject({
      data: [
        {
          id: caseId,
          state: 'open',
          customer: { id: ada, firstName: 'Ada' },
          closedAt: null,
          remarks: [
            { kind: 'problem', words: 'The lid leaks.', subject: 'How is it going?' },
            { kind: 'reply', words: 'Are you there?' },
          ],
        },
      ],
      nextCursor: null,
    });
    const closed = await call('POST', `/cases/${caseId}/close`, { note: 'Sent a new lid.' });
    expect(closed).toMatchObject({ status: 200, json: { state: 'closed', closingNote: 'Sent a new lid.' } });
    expect(closed.json.closedBy).toMatch(/^person:/);
    expect((await call('GET', '/cases?state=open')).json.data).toEqual([]);
    expect((await call('GET', `/cases/${caseId}`)).json).toEqual(closed.json);
    expect(await kinds()).toEqual(['caseOpened', 'caseClosed']);
  });

  it('is one at a time for each customer, and a new one after it was closed', async () => {
    const filed = await Promise.all([says('question'), says('problem'), says('reply')]);
    expect(new Set(filed).size).toBe(1);
    await call('POST', `/cases/${filed[0]}/close`, {});
    const again = await says('reply');
    expect(again).not.toBe(filed[0]);
    expect(await kinds()).toEqual(['caseOpened', 'caseClosed', 'caseOpened']);
  });

  it('is not opened by those who are happy', async () => {
    expect(await says('great', 'Lovely.')).toBeNull();
    expect((await call('GET', '/cases')).json.data).toEqual([]);
    expect((await call('GET', `/remarks?customerId=${ada}`)).json.data).toMatchObject([
      { kind: 'great', words: 'Lovely.', customerId: ada, caseId: null },
    ]);
  });

  it('is closed once, however many try', async () => {
    const caseId = await says('problem');
    const tries = await Promise.all(Array.from({ length: 4 }, () => call('POST', `/cases/${caseId}/close`, {})));
    expect(tries.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(tries.find(({ status }) => status === 409)?.json.code).toBe('case.already_closed');
    expect((await kinds()).filter((kind) => kind === 'caseClosed')).toHaveLength(1);
    expect((await call('POST', `/cases/${newId()}/close`, {})).json.code).toBe('case.not_found');
  });

  it('is listed with the others page by page, by state and by customer', async () => {
    const bert = await addCustomer('Bert');
    const first = await says('problem');
    await call('POST', `/cases/${first}/close`, {});
    const second = await says('reply');
    const third = await says('question', null, bert);
    const page = (await call('GET', '/cases?limit=2')).json;
    const rest = (await call('GET', `/cases?limit=2&cursor=${page.nextCursor}`)).json;
    expect([...page.data, ...rest.data].map(({ id }: { id: string }) => id)).toEqual([third, second, first]);
    const idsOf = async (query: string) =>
      (await call('GET', `/cases?${query}`)).json.data.map(({ id }: { id: string }) => id);
    expect(await idsOf('state=closed')).toEqual([first]);
    expect(await idsOf(`customerId=${bert}`)).toEqual([third]);
  });

  it('is counted and found at the door for as long as it is open', async () => {
    const caseId = await says('problem');
    const asked = () =>
      http.database.withStore(storeId, async (tx) => ({
        counts: (await countOpenCases(tx)).map(({ count }) => count),
        customers: [...(await findCustomersWithOpenCase(tx, storeId, [ada, newId()]))],
      }));
    expect(await asked()).toEqual({ counts: [1], customers: [ada] });
    await call('POST', `/cases/${caseId}/close`, {});
    expect(await asked()).toEqual({ counts: [], customers: [] });
  });
});

describe('what a customer said', () => {
  it('is asked for by mail: the last answer counts, a reply is none', async () => {
    const messageId: EffectId = newId();
    await says('great', null, ada, messageId);
    await says('problem', 'Wait, no.', ada, messageId);
    await says('reply', 'Hello?', ada, messageId);
    const found = await http.database.withStore(storeId, (tx) => findAnswer(tx, storeId, messageId));
    expect(found).toEqual({ answer: 'problem', words: 'Wait, no.' });
  });

  it('is forgotten with them, the team’s note as well, and their case is closed', async () => {
    const caseId = await says('problem', 'My address is Harbour 1.');
    await call('POST', `/cases/${caseId}/close`, { note: 'Ada of Harbour 1.' });
    await says('reply', 'It is Ada again.');
    await http.database.withStore(storeId, (tx, now) =>
      appendEvents(tx, storeId, [{ customerId: ada, kind: 'customerErased', at: now, data: {} }]),
    );
    await createForgetLane(http).work(storeId);
    const { data } = (await call('GET', '/cases')).json;
    expect(data).toHaveLength(2);
    expect(data).toMatchObject([
      { state: 'closed', closingNote: null, remarks: [{ kind: 'reply', words: null, subject: '' }] },
      { state: 'closed', closingNote: null, remarks: [{ kind: 'problem', words: null, subject: '' }] },
    ]);
    const { rows } = await http.database.withStore(storeId, (tx) =>
      sql<{
        all: string;
      }>`select (select json_agg(r)::text from remark r) || (select json_agg(c)::text from customer_case c)
        || (select json_agg(e)::text from event e) as all`.execute(tx),
    );
    expect(rows[0]?.all).not.toMatch(/Ada|Harbour/);
  });
});
