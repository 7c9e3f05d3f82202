import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { CustomerId, Rejection, SegmentId, StoreId } from '@regulars/core/shared';
import { parseSegmentRule, segmentExamples, segmentPresets } from '@regulars/core/segments';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { listedSegment, savedSegment, segmentCount, segmentPresetAnswer, segmentVerdict } from './answers.ts';
import { deleteSegment } from './delete-segment.ts';
import { segmentsErrors } from './errors.ts';
import { explainSegments } from './explain-segments.ts';
import { countMatching, listSegmentsAfter } from './repository.ts';
import { createSegment, editSegment } from './save-segment.ts';

const inStore = z.object({ storeId: z.uuid() });
const inSegment = inStore.extend({ segmentId: z.uuid() });
const name = z.string().trim().min(1).max(120);
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be small letters, digits and hyphens, e.g. first-time');
const rule = z.unknown().describe('Questions joined by all, any and not; see the schema SegmentRule.');
const cursors = cursorOf(z.string());

/** Who is who: segments, their rules, and why a customer is in one or not. */
export function segmentsRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/segments',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'listSegments',
        summary: 'Lists the segments of a store with their sizes',
        params: inStore,
        querystring: pageQuery,
        response: { 200: pageOf(listedSegment) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const after = cursors.parseCursor(query.cursor);
        const rows = await database.withStore(storeId, (tx) => listSegmentsAfter(tx, storeId, after, query.limit + 1));
        return toPage(rows, query.limit, (row) => cursors.toCursor(row.key));
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/segments',
      config: { action: 'segments.write' },
      schema: {
        tags: ['Segments'],
        operationId: 'createSegment',
        summary: 'Makes a segment and takes in everybody its rule describes',
        params: inStore,
        body: z.object({ key, name, rule }),
        response: { 201: savedSegment },
      },
      handler: async ({ params, body }, reply) => {
        const saved = await createSegment({ database }, params.storeId as StoreId, body);
        if (!saved.ok) throw refuse(saved.failure);
        return reply.status(201).send(saved.value);
      },
    });

    app.route({
      method: 'PATCH',
      url: '/stores/:storeId/segments/:segmentId',
      config: { action: 'segments.write' },
      schema: {
        tags: ['Segments'],
        operationId: 'editSegment',
        summary: 'Changes the name or the rule of a segment; a new rule moves everybody it concerns',
        params: inSegment,
        body: z.object({ name: name.optional(), rule: rule.optional() }),
        response: { 200: savedSegment },
      },
      handler: async ({ params, body }) => {
        const saved = await editSegment({ database }, params.storeId as StoreId, params.segmentId as SegmentId, body);
        if (!saved.ok) throw refuse(saved.failure);
        return saved.value;
      },
    });

    app.route({
      method: 'DELETE',
      url: '/stores/:storeId/segments/:segmentId',
      config: { action: 'segments.write' },
      schema: {
        tags: ['Segments'],
        operationId: 'deleteSegment',
        summary: 'Takes a segment away; whoever is in it leaves it',
        params: inSegment,
        response: { 204: z.null() },
      },
      handler: async ({ params }, reply) => {
        const wasThere = await deleteSegment({ database }, params.storeId as StoreId, params.segmentId as SegmentId);
        if (!wasThere) throw problem(segmentsErrors, 'segment.not_found');
        return reply.status(204).send(null);
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/segments/count',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'countSegment',
        summary: 'Counts whom a rule would take in, without saving it',
        params: inStore,
        body: z.object({ rule }),
        response: { 200: segmentCount },
      },
      handler: async ({ params, body }) => {
        const storeId = params.storeId as StoreId;
        const parsed = parseSegmentRule(body.rule);
        if (!parsed.ok)
          throw refuse(parsed.failure.map((rejection) => ({ ...rejection, path: `/rule${rejection.path}` })));
        return database.withStore(storeId, (tx) => countMatching(tx, storeId, parsed.value));
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/segment-presets',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'listSegmentPresets',
        summary: 'Rules to start from',
        params: inStore,
        response: { 200: z.object({ data: z.array(segmentPresetAnswer) }) },
      },
      handler: async () => ({ data: [...segmentPresets, ...segmentExamples] }),
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

function refuse(rejections: readonly Rejection[]) {
  const code = (rejections[0]?.code ?? 'segment.rule_invalid') as keyof typeof segmentsErrors;
  return problem(segmentsErrors, code, rejections[0]?.message ?? null, rejections);
}
