import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { CustomerId, Instant, StoreId } from '@regulars/core/shared';
import { readRecipients } from '../customers/door.ts';
import type { Database, Tx } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { caseAnswer, listedRemark } from './answers.ts';
import { findCase, listCases, type Case } from './case-repository.ts';
import { closeCase } from './close-case.ts';
import { casesErrors } from './errors.ts';
import { listRemarks } from './list-remarks.ts';
import type { CaseId } from './remark.ts';

const inStore = z.object({ storeId: z.uuid() });
const inCase = inStore.extend({ caseId: z.uuid() });
const cursors = cursorOf(z.tuple([z.int(), z.uuid()]));
const tags = ['Cases'];

/** What customers said that somebody has to answer. Mounted under /api/v1. */
export function casesRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/cases',
      config: { action: 'cases.read' },
      schema: {
        tags,
        operationId: 'listCases',
        summary: 'Lists what customers said that needs an answer, newest first',
        params: inStore,
        querystring: pageQuery.extend({
          state: z.enum(['open', 'closed']).optional().describe('Only the open, or only the closed ones.'),
          customerId: z.uuid().optional().describe('Only those of this customer.'),
        }),
        response: { 200: pageOf(caseAnswer) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const cursor = cursors.parseCursor(query.cursor);
        return await database.withStore(storeId, async (tx) => {
          const cases = await listCases(tx, storeId, {
            state: query.state ?? null,
            customerId: (query.customerId as CustomerId | undefined) ?? null,
            after: cursor === null ? null : [cursor[0] as Instant, cursor[1]],
            limit: query.limit + 1,
          });
          const page = toPage(cases, query.limit, (last) => cursors.toCursor([last.openedAt, last.id]));
          return { ...page, data: await withCustomers(tx, storeId, page.data) };
        });
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/remarks',
      config: { action: 'cases.read' },
      schema: {
        tags,
        operationId: 'listRemarks',
        summary: 'Lists what customers said back, the happy ones as well, newest first',
        params: inStore,
        querystring: pageQuery.extend({
          customerId: z.uuid().optional().describe('Only those of this customer.'),
        }),
        response: { 200: pageOf(listedRemark) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const cursor = cursors.parseCursor(query.cursor);
        const remarks = await database.withStore(storeId, (tx) =>
          listRemarks(tx, storeId, {
            customerId: (query.customerId as CustomerId | undefined) ?? null,
            after: cursor === null ? null : [cursor[0] as Instant, cursor[1]],
            limit: query.limit + 1,
          }),
        );
        return toPage(remarks, query.limit, (last) => cursors.toCursor([last.at, last.id]));
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/cases/:caseId',
      config: { action: 'cases.read' },
      schema: {
        tags,
        operationId: 'getCase',
        summary: 'One case: who said what about which mail',
        params: inCase,
        response: { 200: caseAnswer },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        return await database.withStore(storeId, async (tx) => {
          const found = await findCase(tx, storeId, params.caseId as CaseId);
          return await answerWith(tx, storeId, found);
        });
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/cases/:caseId/close',
      config: { action: 'cases.write' },
      schema: {
        tags,
        operationId: 'closeCase',
        summary: 'Closes a case that was answered; the customer’s sequences go on',
        params: inCase,
        body: z.object({
          note: z.string().trim().max(2_000).optional().describe('For the team; the customer never sees it.'),
        }),
        response: { 200: caseAnswer },
      },
      handler: async ({ params, body, principal }) => {
        const storeId = params.storeId as StoreId;
        const closed = await closeCase({ database }, storeId, params.caseId as CaseId, {
          closedBy: `${principal.kind}:${principal.id}`,
          note: body.note === undefined || body.note === '' ? null : body.note,
        });
        if (!closed.ok) throw problem(casesErrors, closed.failure.code);
        return await database.withStore(storeId, (tx) => answerWith(tx, storeId, closed.value));
      },
    });
  };
}

async function answerWith(tx: Tx, storeId: StoreId, found: Case | null) {
  const [answer] = found === null ? [] : await withCustomers(tx, storeId, [found]);
  if (answer === undefined) throw problem(casesErrors, 'case.not_found');
  return answer;
}

async function withCustomers(tx: Tx, storeId: StoreId, cases: readonly Case[]) {
  const customers = await readRecipients(tx, storeId, [...new Set(cases.map(({ customerId }) => customerId))]);
  return cases.map(({ customerId, remarks, ...each }) => {
    const { firstName = null, lastName = null, email = null } = customers.get(customerId) ?? {};
    return { ...each, customer: { id: customerId, firstName, lastName, email }, remarks: [...remarks] };
  });
}
