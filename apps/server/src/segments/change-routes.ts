import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SegmentId, StoreId } from '@regulars/core/shared';
import { savedSegment, segmentAnswer } from './answers.ts';
import { refuse } from './refuse.ts';
import { archiveSegment, deleteSegment, type RetireSegmentDeps } from './retire-segment.ts';
import { inSegment, inStore, ruleBody } from './route-params.ts';
import { createSegment, editSegment, restoreSegment, type SaveSegmentDeps } from './save-segment.ts';

const name = z.string().trim().min(1).max(120);
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be small letters, digits and hyphens, e.g. first-time');

export type ChangeRoutesDeps = SaveSegmentDeps & RetireSegmentDeps;

/** Making, editing, setting aside and bringing back segments. */
export function changeRoutes(deps: ChangeRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/stores/:storeId/segments',
      config: { action: 'segments.write' },
      schema: {
        tags: ['Segments'],
        operationId: 'createSegment',
        summary: 'Makes a segment and takes in everybody its rule describes',
        params: inStore,
        body: z.object({
          key: key.optional().describe('What sequences call it by; made of the name when left out.'),
          name,
          rule: ruleBody,
        }),
        response: { 201: savedSegment },
      },
      handler: async ({ params, body }, reply) => {
        const saved = await createSegment(deps, params.storeId as StoreId, body);
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
        body: z.object({ name: name.optional(), rule: ruleBody.optional() }),
        response: { 200: savedSegment },
      },
      handler: async ({ params, body }) => {
        const saved = await editSegment(deps, params.storeId as StoreId, params.segmentId as SegmentId, body);
        if (!saved.ok) throw refuse(saved.failure);
        return saved.value;
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/segments/:segmentId/archive',
      config: { action: 'segments.write' },
      schema: {
        tags: ['Segments'],
        operationId: 'archiveSegment',
        summary: 'Sets a segment aside; whoever is in it leaves it, and it can be brought back',
        params: inSegment,
        response: { 200: segmentAnswer },
      },
      handler: async ({ params }) => {
        const archived = await archiveSegment(deps, params.storeId as StoreId, params.segmentId as SegmentId);
        if (!archived.ok) throw refuse(archived.failure);
        return archived.value;
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/segments/:segmentId/restore',
      config: { action: 'segments.write' },
      schema: {
        tags: ['Segments'],
        operationId: 'restoreSegment',
        summary: 'Brings an archived segment back and takes in everybody its rule describes now',
        params: inSegment,
        response: { 200: savedSegment },
      },
      handler: async ({ params }) => {
        const restored = await restoreSegment(deps, params.storeId as StoreId, params.segmentId as SegmentId);
        if (!restored.ok) throw refuse(restored.failure);
        return restored.value;
      },
    });

    app.route({
      method: 'DELETE',
      url: '/stores/:storeId/segments/:segmentId',
      config: { action: 'segments.write' },
      schema: {
        tags: ['Segments'],
        operationId: 'deleteSegment',
        summary: 'Takes a segment away for good; whoever is in it leaves it',
        params: inSegment,
        response: { 204: z.null() },
      },
      handler: async ({ params }, reply) => {
        const deleted = await deleteSegment(deps, params.storeId as StoreId, params.segmentId as SegmentId);
        if (!deleted.ok) throw refuse(deleted.failure);
        return reply.status(204).send(null);
      },
    });
  };
}
