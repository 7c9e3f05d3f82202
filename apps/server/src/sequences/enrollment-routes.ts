import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { CustomerId, EnrollmentId, Instant, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { failedEnrollment, sequenceVerdict } from './answers.ts';
import { listFailedEnrollments } from './count-repository.ts';
import { sequencesErrors } from './errors.ts';
import { explainSequences } from './explain-sequences.ts';
import { retryEnrollment } from './retry-enrollment.ts';

const inStore = z.object({ storeId: z.uuid() });
const failureCursors = cursorOf(z.tuple([z.number().int(), z.uuid()]));
const tags = ['Sequences'];

/** Single customers in sequences: why, why not, and who was set aside. */
export function enrollmentRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/customers/:customerId/sequences',
      config: { action: 'sequences.read' },
      schema: {
        tags,
        operationId: 'explainSequences',
        summary: 'Tells why a customer is in each sequence, or why not',
        params: inStore.extend({ customerId: z.uuid() }),
        response: { 200: z.object({ data: z.array(sequenceVerdict) }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const verdicts = await database.withStore(storeId, (tx) =>
          explainSequences(tx, storeId, params.customerId as CustomerId),
        );
        if (verdicts === null) throw problem(sequencesErrors, 'sequence.customer_not_found');
        return { data: verdicts.map(({ enrollments, ...verdict }) => ({ ...verdict, enrollments: [...enrollments] })) };
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/failed-enrollments',
      config: { action: 'sequences.read' },
      schema: {
        tags,
        operationId: 'listFailedEnrollments',
        summary: 'Lists the enrollments that were set aside, with the code of what is wrong',
        params: inStore,
        querystring: pageQuery,
        response: { 200: pageOf(failedEnrollment) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const before = failureCursors.parseCursor(query.cursor);
        const rows = await database.withStore(storeId, (tx) =>
          listFailedEnrollments(
            tx,
            storeId,
            before === null ? null : [before[0] as Instant, before[1]],
            query.limit + 1,
          ),
        );
        return toPage(rows, query.limit, ({ failedAt, id }) => failureCursors.toCursor([failedAt, id]));
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/failed-enrollments/:enrollmentId/retry',
      config: { action: 'sequences.write' },
      schema: {
        tags,
        operationId: 'retryEnrollment',
        summary: 'Takes an enrollment that was set aside up again',
        params: inStore.extend({ enrollmentId: z.uuid() }),
        response: { 204: z.null() },
      },
      handler: async ({ params }, reply) => {
        const wasFailed = await retryEnrollment(
          { database },
          params.storeId as StoreId,
          params.enrollmentId as EnrollmentId,
        );
        if (wasFailed === null) throw problem(sequencesErrors, 'enrollment.not_found');
        if (!wasFailed) throw problem(sequencesErrors, 'enrollment.not_failed');
        return reply.status(204).send(null);
      },
    });
  };
}
