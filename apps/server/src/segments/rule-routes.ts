import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import { listSegmentPresets, parseSegmentRule, segmentExamples, segmentRuleLimits } from '@regulars/core/segments';
import { suggestValues } from '../customers/door.ts';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { findStore } from '../stores/door.ts';
import { segmentPresetAnswer, segmentPreview, suggestionAnswer } from './answers.ts';
import { segmentsErrors } from './errors.ts';
import { previewRule } from './preview-rule.ts';
import { refuse } from './refuse.ts';
import { inStore, ruleBody } from './route-params.ts';
import { withinTimeLimit } from './within-time-limit.ts';

const fields = { boughtProduct: 'product', boughtCategory: 'category', country: 'country' } as const;

/** Somebody waits and types on: an answer later than this is of no use to them, and the database has other work. */
const limitMs = 5_000;

/** What helps to write a rule: whom it would take in, the values the store knows, rules to start from. */
export function ruleRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/stores/:storeId/segments/preview',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'previewSegment',
        summary: 'Counts whom a rule would take in, with examples and why, without saving it',
        params: inStore,
        body: z.object({ rule: ruleBody }),
        response: { 200: segmentPreview },
      },
      handler: async ({ params, body }) => {
        const storeId = params.storeId as StoreId;
        const rule = parseSegmentRule(body.rule);
        if (!rule.ok) throw refuse(rule.failure.map((rejection) => ({ ...rejection, path: `/rule${rejection.path}` })));
        const preview = await withinTimeLimit(database, storeId, limitMs, (tx) => previewRule(tx, storeId, rule.value));
        if (!preview.ok) throw tooSlow();
        const { examples, ...counts } = preview.value;
        return { ...counts, examples: examples.map((example) => ({ ...example, deciding: [...example.deciding] })) };
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/segment-suggestions',
      config: { action: 'segments.read' },
      schema: {
        tags: ['Segments'],
        operationId: 'suggestSegmentValues',
        summary: 'The products, categories or countries of a store by name, the most frequent first',
        params: inStore,
        querystring: z.object({
          field: z.enum(['boughtProduct', 'boughtCategory', 'country']),
          search: z.string().trim().max(200).optional().describe('A part of the name or value.'),
          values: z
            .union([z.string(), z.array(z.string())])
            .transform((given) => [given].flat())
            .pipe(z.array(z.string().min(1).max(200)).max(segmentRuleLimits.values))
            .optional()
            .describe('Only these values, to learn how they are called; repeat it for several.'),
        }),
        response: { 200: z.object({ data: z.array(suggestionAnswer) }) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const suggested = await withinTimeLimit(database, storeId, limitMs, (tx) =>
          suggestValues(tx, storeId, {
            of: fields[query.field],
            search: query.search === undefined || query.search === '' ? null : query.search,
            values: query.values ?? null,
          }),
        );
        if (!suggested.ok) throw tooSlow();
        return { data: [...suggested.value] };
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
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const store = await database.withStore(storeId, (tx) => findStore(tx, storeId));
        return { data: [...(store === null ? [] : listSegmentPresets(store.currency)), ...segmentExamples] };
      },
    });
  };
}

function tooSlow() {
  return problem(
    segmentsErrors,
    'segment.too_slow',
    'Ask for less at once, or try again when the database is less busy.',
  );
}
