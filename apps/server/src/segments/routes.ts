import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { CustomerId, SegmentId, StoreId } from '@regulars/core/shared';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, pageOf, pageQuery, toPage, type Principal } from '../foundation/http/index.ts';
import { listedSegment, memberAnswer, movementDay, recountAnswer, segmentOutlook, segmentVerdict } from './answers.ts';
import { changeRoutes, type ChangeRoutesDeps } from './change-routes.ts';
import { segmentsErrors } from './errors.ts';
import { explainSegments } from './explain-segments.ts';
import { listMembers } from './list-members.ts';
import { listMovementDays } from './movement-days.ts';
import { readOutlook } from './read-outlook.ts';
import { findSegment, listSegmentsAfter, type SizedSegment } from './read-segments.ts';
import { createRecountBoard } from './recount-board.ts';
import { inSegment, inStore } from './route-params.ts';
import { ruleRoutes } from './rule-routes.ts';
import type { SegmentUse } from './segment-use.ts';

const keyCursors = cursorOf(z.string());
const memberCursors = cursorOf(z.tuple([z.number().int(), z.uuid()]));

/** Who is who: segments, their rules, who is in them, and why a customer is in one or not. */
export function segmentsRoutes(deps: Omit<ChangeRoutesDeps, 'recounts'>): FastifyPluginAsyncZod {
  const { database, findUses } = deps;
  const recounts = createRecountBoard();
  return async (app) => {
    await app.register(changeRoutes({ ...deps, recounts }));
    await app.register(ruleRoutes({ database }));

    app.route({
      method: 'GET',
      url: '/stores/:storeId/segments',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'listSegments',
        summary: 'Lists the segments of a store with their sizes, movements and uses',
        params: inStore,
        querystring: pageQuery.extend({ state: z.enum(['active', 'archived']).default('active') }),
        response: { 200: pageOf(listedSegment) },
      },
      handler: async ({ params, query, principal }) => {
        const storeId = params.storeId as StoreId;
        const after = keyCursors.parseCursor(query.cursor);
        const [rows, uses] = await database.withStore(storeId, async (tx) => [
          await listSegmentsAfter(tx, storeId, query.state, after, query.limit + 1),
          await findUses(tx, storeId),
        ]);
        const page = toPage(rows, query.limit, (row) => keyCursors.toCursor(row.key));
        return { ...page, data: page.data.map((segment) => withUses(segment, uses, principal)) };
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/segments/:segmentId',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'getSegment',
        summary: 'Shows one segment',
        params: inSegment,
        response: { 200: listedSegment },
      },
      handler: async ({ params, principal }) => {
        const storeId = params.storeId as StoreId;
        const [segment, uses] = await database.withStore(storeId, async (tx) => [
          await findSegment(tx, storeId, params.segmentId as SegmentId),
          await findUses(tx, storeId),
        ]);
        if (segment === null) throw problem(segmentsErrors, 'segment.not_found');
        return withUses(segment, uses, principal);
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/segments/:segmentId/members',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'listSegmentMembers',
        summary: 'Lists who is in a segment, those who came last first',
        params: inSegment,
        querystring: pageQuery,
        response: { 200: pageOf(memberAnswer) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const segmentId = params.segmentId as SegmentId;
        const after = memberCursors.parseCursor(query.cursor);
        const rows = await database.withStore(storeId, async (tx) =>
          (await findSegment(tx, storeId, segmentId)) === null
            ? null
            : listMembers(tx, storeId, segmentId, after, query.limit + 1),
        );
        if (rows === null) throw problem(segmentsErrors, 'segment.not_found');
        return toPage(rows, query.limit, ({ since, customerId }) => memberCursors.toCursor([since, customerId]));
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/segments/:segmentId/outlook',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'getSegmentOutlook',
        summary: 'What the members of a segment are expected to bring, and how likely they still buy',
        params: inSegment,
        response: { 200: segmentOutlook },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const segmentId = params.segmentId as SegmentId;
        const outlook = await database.withStore(storeId, async (tx) =>
          (await findSegment(tx, storeId, segmentId)) === null ? null : readOutlook(tx, storeId, segmentId),
        );
        if (outlook === null) throw problem(segmentsErrors, 'segment.not_found');
        return outlook;
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/segments/:segmentId/movements',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'listSegmentMovements',
        summary: 'Counts who came and who left, day by day; days without movement are left out',
        params: inSegment,
        querystring: z.object({ days: z.coerce.number().int().min(1).max(800).default(365) }),
        response: { 200: z.object({ data: z.array(movementDay) }) },
      },
      handler: async ({ params, query: { days } }) => {
        const storeId = params.storeId as StoreId;
        const segmentId = params.segmentId as SegmentId;
        const rows = await database.withStore(storeId, async (tx, now) =>
          (await findSegment(tx, storeId, segmentId)) === null
            ? null
            : listMovementDays(tx, storeId, segmentId, { days, now }),
        );
        if (rows === null) throw problem(segmentsErrors, 'segment.not_found');
        return { data: [...rows] };
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/segment-recounts',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'listSegmentRecounts',
        summary: 'Shows how far running recounts are, those of the process that answers',
        params: inStore,
        response: { 200: z.object({ data: z.array(recountAnswer) }) },
      },
      handler: async ({ params }) => ({ data: [...recounts.list(params.storeId as StoreId)] }),
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/customers/:customerId/segments',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'explainSegments',
        summary: 'Tells why a customer is in each segment, or why not',
        params: inStore.extend({ customerId: z.uuid() }),
        response: { 200: z.object({ data: z.array(segmentVerdict) }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const verdicts = await database.withStore(storeId, (tx) =>
          explainSegments(tx, storeId, params.customerId as CustomerId),
        );
        if (verdicts === null) throw problem(segmentsErrors, 'segment.customer_not_found');
        return { data: verdicts.map(({ deciding, ...verdict }) => ({ ...verdict, deciding: [...deciding] })) };
      },
    });
  };
}

/** Which sequences there are is told to those only who may see sequences. */
function withUses(segment: SizedSegment, uses: readonly SegmentUse[], principal: Principal) {
  const usedBy = principal.actions.has('sequences.read')
    ? uses.filter(({ segmentKey }) => segmentKey === segment.key)
    : [];
  return { ...segment, usedBy: usedBy.map(({ sequenceId, name, status }) => ({ sequenceId, name, status })) };
}
