import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  dayMs,
  hourMs,
  plus,
  toIsoString,
  type EnrollmentId,
  type SequenceId,
  type StoreId,
} from '@regulars/core/shared';
import { playbookTemplates, postPurchase } from '@regulars/core/sequences';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { messagesRoutes } from '../delivery/messages-routes.ts';
import { planEffects, toEffectId } from '../foundation/effects/plan-effects.ts';
import { newId } from '../foundation/ids.ts';
import type { EnrollmentGroup } from './count-repository.ts';
import { installPlaybook } from './door.ts';
import { saveEnrollments } from './enrollment-repository.ts';
import { sequencesRoutes } from './routes.ts';

interface Stands {
  readonly daysAgo: number;
  readonly status: EnrollmentGroup['status'];
  readonly reason?: string;
  /** The last step with a visit. */
  readonly last: string;
  readonly mail?: readonly [state: string, reason: string | null];
}

/** Three of each began within the thirty days asked for, two before. */
const ways: readonly Omit<Stands, 'daysAgo'>[] = [
  { status: 'active', last: 'until-it-arrives', mail: ['planned', null] },
  { status: 'active', last: 'time-to-use-it', mail: ['sending', null] },
  { status: 'exited', reason: 'ordered_again', last: 'thank-you', mail: ['accepted', null] },
  { status: 'exited', reason: 'ordered_again', last: 'until-it-arrives', mail: ['skipped', 'cap'] },
  { status: 'exited', reason: 'order_refunded', last: 'until-it-arrives', mail: ['skipped', 'unsubscribed'] },
  { status: 'exited', reason: 'ordered_again', last: 'review-request', mail: ['rejected', null] },
  { status: 'exited', reason: 'not_a_buyer', last: 'kept-it' },
  { status: 'completed', last: 'review-request', mail: ['accepted', null] },
  { status: 'failed', reason: 'enrollment.step_unknown', last: 'time-to-answer' },
];
const stands: readonly Stands[] = ways.flatMap((way) => [3, 3, 7, 40, 50].map((daysAgo) => ({ ...way, daysAgo })));

let http: TestHttpApp;
let headers: Record<string, string>;
let storeId: StoreId;
let path: string;
let sequenceId: SequenceId;

beforeAll(async () => {
  const findTemplateKeys = async () => new Set(playbookTemplates.map(({ key }) => key));
  const findLacks = async () => [];
  http = await createTestHttpApp({
    apiRoutes: (database) => [sequencesRoutes({ database, findTemplateKeys, findLacks }), messagesRoutes(database)],
  });
  storeId = await seedStore(http.database);
  headers = await signIn(http, { role: 'marketer' });
  await http.database.withStore(storeId, async (tx, now) => {
    await installPlaybook(tx, storeId);
    const { rows } = await sql<{ id: SequenceId }>`select id from sequence where key = ${postPurchase.key}`.execute(tx);
    const [row] = rows;
    if (row === undefined) throw new Error('The playbook brought no such sequence.');
    sequenceId = row.id;
    path = `/sequences/${sequenceId}`;
    for (const { daysAgo, status, reason = null, last, mail } of stands) {
      const enrollmentId: EnrollmentId = newId();
      const customerId = newId<'Customer'>();
      const stepId = status === 'active' || status === 'failed' ? last : null;
      await saveEnrollments(tx, storeId, [
        {
          failureCode: status === 'failed' ? reason : null,
          state: {
            enrollmentId,
            sequenceId,
            version: 1,
            customerId,
            entryKey: 'customer',
            orderId: null,
            triggeredAt: now,
            status: status === 'failed' ? 'active' : status,
            reason,
            stepId,
            dueAt: status === 'active' ? plus(now, hourMs) : null,
            visits: visitsUntil(last),
            enrolledAt: now,
            endedAt: null,
          },
        },
      ]);
      if (mail !== undefined) {
        const key = `mail|${enrollmentId}`;
        const enrollment = { enrollmentId, sequenceId, stepId: 'thank-you', visit: 1 };
        const payload = { templateKey: 'thank-you', purpose: 'transactional', enrollment };
        await planEffects(tx, storeId, [
          { id: toEffectId(storeId, key), kind: 'mail', key, customerId, dueAt: now, payload },
        ]);
        await sql`update effect set state = ${mail[0]}, reason = ${mail[1]} where key = ${key}`.execute(tx);
      }
      const beganAt = toIsoString(plus(now, -daysAgo * dayMs));
      await sql`update enrollment set created_at = ${beganAt} where id = ${enrollmentId}`.execute(tx);
      await sql`update effect set created_at = ${beganAt} where customer_id = ${customerId}`.execute(tx);
    }
  });
});
afterAll(() => http.close());

interface Counted {
  readonly reason: string;
  readonly customers: number;
}
interface Progress {
  readonly since: string;
  readonly enrolled: number;
  readonly exits: readonly Counted[];
  readonly completed: number;
  readonly steps: readonly {
    readonly stepId: string;
    readonly reached: number;
    readonly waiting: number;
    readonly waitingFromBefore: number;
    readonly wentOn: number;
    readonly finished: number;
    readonly failed: number;
    readonly exits: readonly Counted[];
    readonly mails: readonly { readonly state: string; readonly reason: string | null; readonly mails: number }[];
  }[];
}
interface ListPage {
  readonly data: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

it('has behind every count of a sequence exactly as many as it says, page by page', async () => {
  const { since, steps, exits, completed } = await get<Progress>(`${path}/progress?days=30`);
  for (const { stepId, waiting, waitingFromBefore, finished, failed, exits: left, mails } of steps) {
    const at = { stepId, enrolledSince: since };
    expect(await countListed(`${path}/enrollments`, at), `${stepId} waiting`).toBe(waiting);
    expect(await countListed(`${path}/enrollments`, { stepId, enrolledBefore: since }), `${stepId} from before`).toBe(
      waitingFromBefore,
    );
    expect(await countListed(`${path}/enrollments`, { ...at, status: 'completed' }), stepId).toBe(finished);
    expect(await countListed(`${path}/enrollments`, { ...at, status: 'failed' }), stepId).toBe(failed);
    for (const { reason, customers } of left) {
      const listed = await countListed(`${path}/enrollments`, { ...at, status: 'exited', reason });
      expect(listed, `${stepId} ${reason}`).toBe(customers);
    }
    for (const { state, reason, mails: count } of mails) {
      const why = state === 'skipped' || state === 'rejected' ? { reason: reason ?? 'unknown' } : {};
      expect(await countListed('/messages', { sequenceId, ...at, state, ...why }), `${state} ${reason}`).toBe(count);
    }
  }
  for (const { reason, customers } of exits) {
    const asked = { status: 'exited', reason, enrolledSince: since };
    expect(await countListed(`${path}/enrollments`, asked), reason).toBe(customers);
  }
  expect(await countListed(`${path}/enrollments`, { status: 'completed', enrolledSince: since })).toBe(completed);
  const all = { sequenceId, stepId: 'thank-you', enrolledSince: since, state: 'planned,claimed,sending' };
  expect(await countListed('/messages', all)).toBe(6);
});

it('adds up at every step: who came by waits there, went on, finished, left or was set aside', async () => {
  const { steps, enrolled } = await get<Progress>(`${path}/progress?days=30`);
  expect(enrolled).toBe(ways.length * 3);
  for (const { stepId, reached, waiting, wentOn, finished, failed, exits } of steps) {
    const left = exits.reduce((sum, { customers }) => sum + customers, 0);
    expect(waiting + wentOn + finished + failed + left, stepId).toBe(reached);
  }
  expect(steps.find(({ stepId }) => stepId === 'until-it-arrives')).toMatchObject({
    reached: 24,
    waiting: 3,
    waitingFromBefore: 2,
    wentOn: 15,
    exits: expect.arrayContaining([
      { reason: 'ordered_again', customers: 3 },
      { reason: 'order_refunded', customers: 3 },
    ]),
  });
});

it('refuses a state that no mail has and an instant that is none', async () => {
  for (const asked of [
    '/messages?state=planned,lost',
    '/messages?enrolledSince=lately',
    `${path}/enrollments?enrolledSince=1`,
  ]) {
    expect(await get(asked)).toMatchObject({ status: 400, code: 'request.invalid' });
  }
});

function visitsUntil(last: string): Readonly<Record<string, number>> {
  const ids = postPurchase.steps.filter(({ kind }) => kind !== 'exit').map(({ id }) => id);
  return Object.fromEntries(ids.slice(0, ids.indexOf(last) + 1).map((id) => [id, 1]));
}

async function get<Answer = unknown>(asked: string): Promise<Answer> {
  return (await http.app.inject({ url: `/api/v1/stores/${storeId}${asked}`, headers })).json<Answer>();
}

/** How many different rows all pages of two together have. */
async function countListed(list: string, filters: Readonly<Record<string, string>>): Promise<number> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({
      ...filters,
      limit: '2',
      ...(cursor === null ? {} : { cursor }),
    });
    const page: ListPage = await get<ListPage>(`${list}?${query.toString()}`);
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(new Set(ids).size).toBe(ids.length);
  return ids.length;
}
