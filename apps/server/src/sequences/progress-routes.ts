import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayMs, plus, type SequenceId, type StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, instant, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { listedEnrollment, sequenceProgress, switchForecast } from './answers.ts';
import { groupEnrollments, groupMails } from './count-repository.ts';
import { sequencesErrors } from './errors.ts';
import type { FindLacks } from './find-lacks.ts';
import { foreseeSwitch } from './foresee-switch.ts';
import { findLastStep } from './last-step.ts';
import { listByStatus, listWaiting } from './list-enrollments.ts';
import { findSequence, findVersion, readDefinitions } from './repository.ts';
import { tellProgress } from './tell-progress.ts';

const inSequence = z.object({ storeId: z.uuid(), sequenceId: z.uuid() });
const positions = cursorOf(z.tuple([z.number().int(), z.uuid()]));
const tags = ['Sequences'];

export interface ProgressRoutesDeps {
  readonly database: Database;
  readonly findLacks: FindLacks;
}

/** What a sequence did and does: counts at every step, the customers behind them, and what its switch would do. */
export function progressRoutes({ database, findLacks }: ProgressRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/sequences/:sequenceId/progress',
      config: { action: 'sequences.read' },
      schema: {
        tags,
        operationId: 'getSequenceProgress',
        summary: 'Counts at every step of a sequence: who came by, waits, left and why, and what became of the mails',
        params: inSequence,
        querystring: z.object({
          days: z.coerce
            .number()
            .int()
            .min(1)
            .max(1_000)
            .default(90)
            .describe('Tells of those who began in the last so many days.'),
        }),
        response: { 200: sequenceProgress },
      },
      handler: async ({ params, query: { days } }) => {
        const [storeId, id] = [params.storeId as StoreId, params.sequenceId as SequenceId];
        return database.withStore(storeId, async (tx, now) => {
          if ((await findSequence(tx, storeId, id)) === null) throw problem(sequencesErrors, 'sequence.not_found');
          const since = plus(now, -days * dayMs);
          const groups = await groupEnrollments(tx, storeId, id, since);
          const mails = await groupMails(tx, storeId, id, since);
          return { days, since, ...tellProgress(groups, mails, await readDefinitions(tx, storeId, id)) };
        });
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/sequences/:sequenceId/enrollments',
      config: { action: 'sequences.read' },
      schema: {
        tags,
        operationId: 'listEnrollments',
        summary:
          'Lists the customers behind a count: who waits at a step, the next to go on first, or who ended where and how',
        params: inSequence,
        querystring: pageQuery.extend({
          stepId: z
            .string()
            .max(40)
            .optional()
            .describe('Only those who wait at this step now; of those who ended, only those whose last step it was.'),
          status: z.enum(['active', 'completed', 'exited', 'failed']).default('active'),
          reason: z.string().max(60).optional().describe('Only those who left for this reason.'),
          enrolledSince: instant.optional().describe('Only those who began then or later: `since` of the progress.'),
          enrolledBefore: instant.optional().describe('Only those who began earlier.'),
        }),
        response: { 200: pageOf(listedEnrollment) },
      },
      handler: async ({ params, query }) => {
        const [storeId, id] = [params.storeId as StoreId, params.sequenceId as SequenceId];
        const after = positions.parseCursor(query.cursor);
        const { stepId = null, status, reason = null } = query;
        const span = { enrolledSince: query.enrolledSince ?? null, enrolledBefore: query.enrolledBefore ?? null };
        const page = { ...span, after, limit: query.limit + 1 };
        const waitsAt = status === 'active' ? stepId : null;
        const rows = await database.withStore(storeId, async (tx) => {
          if ((await findSequence(tx, storeId, id)) === null) throw problem(sequencesErrors, 'sequence.not_found');
          if (waitsAt !== null) return await listWaiting(tx, storeId, id, { ...page, stepId: waitsAt });
          const alike = stepId === null ? null : await groupEndedAt(tx, storeId, id, stepId);
          return await listByStatus(tx, storeId, id, { ...page, status, reason, alike });
        });
        return toPage(rows, query.limit, (last) =>
          positions.toCursor([waitsAt === null ? last.enrolledAt : (last.dueAt ?? 0), last.id]),
        );
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/sequences/:sequenceId/switch-forecast',
      config: { action: 'sequences.read' },
      schema: {
        tags,
        operationId: 'foreseeSwitch',
        summary: 'What switching a sequence on or off comes to: who is under way, and what would have begun it lately',
        params: inSequence,
        response: { 200: switchForecast },
      },
      handler: async ({ params }) => {
        const [storeId, id] = [params.storeId as StoreId, params.sequenceId as SequenceId];
        const { definition, forecast } = await database.withStore(storeId, async (tx, now) => {
          const sequence = await findSequence(tx, storeId, id);
          if (sequence === null) throw problem(sequencesErrors, 'sequence.not_found');
          const version = await findVersion(tx, storeId, id, sequence.liveVersion ?? sequence.latestVersion);
          if (version === null) throw new Error('A sequence has no version.');
          return { definition: version, forecast: await foreseeSwitch(tx, storeId, { id, definition: version }, now) };
        });
        return { ...forecast, lacks: [...(await findLacks(storeId, definition))] };
      },
    });
  };
}

/** The groups whose last step it was, told by the same rule as the counts. */
async function groupEndedAt(tx: Tx, storeId: StoreId, id: SequenceId, stepId: string) {
  const definitions = await readDefinitions(tx, storeId, id);
  const groups = await groupEnrollments(tx, storeId, id, null);
  return groups.filter((group) => findLastStep(group, definitions.get(group.version)?.steps ?? []) === stepId);
}
