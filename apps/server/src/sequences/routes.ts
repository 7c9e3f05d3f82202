import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayMs, plus, type Rejection, type Result, type SequenceId, type StoreId } from '@regulars/core/shared';
import { playbook } from '@regulars/core/sequences';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { detailedSequence, listedSequence, presetAnswer, sequenceAnswer, sequenceVersion } from './answers.ts';
import { countEnrollments, countRecentMails, noEnrollments, noMails } from './count-repository.ts';
import { enrollmentRoutes } from './enrollment-routes.ts';
import { sequencesErrors } from './errors.ts';
import type { FindLacks } from './find-lacks.ts';
import { progressRoutes } from './progress-routes.ts';
import { findSequence, findVersion, listAllSequences, listVersions } from './repository.ts';
import { createSequence, publishVersion, type SaveSequenceDeps } from './save-sequence.ts';
import type { Sequence } from './sequence.ts';
import { pauseSequence, resumeSequence } from './switch-sequence.ts';

const inStore = z.object({ storeId: z.uuid() });
const inSequence = inStore.extend({ sequenceId: z.uuid() });
const definition = z.unknown().describe('What the sequence does; see the schema SequenceDefinition.');
const versionCursors = cursorOf(z.number().int());
const tags = ['Sequences'];
const recentDays = 30;

export interface SequencesRoutesDeps extends SaveSequenceDeps {
  readonly findLacks: FindLacks;
}

/** Sequences, their versions, the presets to start from, and single customers in them. */
export function sequencesRoutes(deps: SequencesRoutesDeps): FastifyPluginAsyncZod {
  const { database } = deps;

  return async (app) => {
    await app.register(enrollmentRoutes({ database }));
    await app.register(progressRoutes(deps));

    app.route({
      method: 'GET',
      url: '/stores/:storeId/sequences',
      config: { action: 'sequences.read' },
      schema: {
        tags,
        operationId: 'listSequences',
        summary: 'Lists the sequences of a store with how many customers stand where',
        params: inStore,
        response: { 200: z.object({ data: z.array(listedSequence), nextCursor: z.null() }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        return database.withStore(storeId, async (tx, now) => {
          const counts = await countEnrollments(tx, storeId);
          const mails = await countRecentMails(tx, storeId, plus(now, -recentDays * dayMs));
          const sequences = await listAllSequences(tx, storeId);
          return {
            data: sequences.map((sequence) => {
              const { sent, skipped } = mails.get(sequence.id) ?? noMails;
              return {
                ...sequence,
                enrollments: counts.get(sequence.id) ?? noEnrollments,
                recentMails: { sent, skipped: [...skipped] },
              };
            }),
            nextCursor: null,
          };
        });
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/sequences/:sequenceId',
      config: { action: 'sequences.read' },
      schema: {
        tags,
        operationId: 'getSequence',
        summary: 'Shows a sequence and what it does',
        params: inSequence,
        response: { 200: detailedSequence },
      },
      handler: async ({ params }) => {
        const [storeId, id] = [params.storeId as StoreId, params.sequenceId as SequenceId];
        return database.withStore(storeId, async (tx) => {
          const sequence = await findSequence(tx, storeId, id);
          if (sequence === null) throw problem(sequencesErrors, 'sequence.not_found');
          return {
            ...sequence,
            enrollments: (await countEnrollments(tx, storeId)).get(id) ?? noEnrollments,
            definition: await findVersion(tx, storeId, id, sequence.liveVersion ?? sequence.latestVersion),
          };
        });
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/sequences',
      config: { action: 'sequences.write' },
      schema: {
        tags,
        operationId: 'createSequence',
        summary: 'Writes a new sequence as a draft',
        params: inStore,
        body: z.object({ definition }),
        response: { 201: sequenceAnswer },
      },
      handler: async ({ params, body }, reply) =>
        reply.status(201).send(orRefuse(await createSequence(deps, params.storeId as StoreId, body.definition))),
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/sequences/:sequenceId/versions',
      config: { action: 'sequences.read' },
      schema: {
        tags,
        operationId: 'listSequenceVersions',
        summary: 'Lists the versions of a sequence, the newest first',
        params: inSequence,
        querystring: pageQuery,
        response: { 200: pageOf(sequenceVersion) },
      },
      handler: async ({ params, query }) => {
        const [storeId, id] = [params.storeId as StoreId, params.sequenceId as SequenceId];
        const before = versionCursors.parseCursor(query.cursor);
        const rows = await database.withStore(storeId, async (tx) => {
          if ((await findSequence(tx, storeId, id)) === null) throw problem(sequencesErrors, 'sequence.not_found');
          return listVersions(tx, storeId, id, before, query.limit + 1);
        });
        return toPage(rows, query.limit, ({ version }) => versionCursors.toCursor(version));
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/sequences/:sequenceId/versions',
      config: { action: 'sequences.write' },
      schema: {
        tags,
        operationId: 'publishSequenceVersion',
        summary: 'Publishes a new version; whoever is under way stays with theirs',
        params: inSequence,
        body: z.object({ definition }),
        response: { 201: sequenceAnswer },
      },
      handler: async ({ params, body }, reply) => {
        const published = await publishVersion(
          deps,
          params.storeId as StoreId,
          params.sequenceId as SequenceId,
          body.definition,
        );
        return reply.status(201).send(orRefuse(published));
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/sequences/:sequenceId/resume',
      config: { action: 'sequences.write' },
      schema: {
        tags,
        operationId: 'resumeSequence',
        summary: 'Switches a sequence on',
        params: inSequence,
        response: { 200: sequenceAnswer },
      },
      handler: async ({ params }) =>
        orRefuse(await resumeSequence(deps, params.storeId as StoreId, params.sequenceId as SequenceId)),
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/sequences/:sequenceId/pause',
      config: { action: 'sequences.write' },
      schema: {
        tags,
        operationId: 'pauseSequence',
        summary: 'Switches a sequence off',
        params: inSequence,
        response: { 200: sequenceAnswer },
      },
      handler: async ({ params }) =>
        orRefuse(await pauseSequence(deps, params.storeId as StoreId, params.sequenceId as SequenceId)),
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/sequence-presets',
      config: { action: 'sequences.read' },
      schema: {
        tags,
        operationId: 'listSequencePresets',
        summary: 'Shows the playbook: sequences ready to be switched on',
        params: inStore,
        response: { 200: z.object({ data: z.array(presetAnswer) }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const installed = new Set(
          (await database.withStore(storeId, (tx) => listAllSequences(tx, storeId))).map(({ key }) => key),
        );
        return {
          data: playbook.map((preset) => ({
            definition: preset.definition,
            isInstalled: installed.has(preset.definition.key),
          })),
        };
      },
    });
  };
}

function orRefuse(result: Result<Sequence, readonly Rejection[]>): Sequence {
  if (result.ok) return result.value;
  const [first] = result.failure;
  throw problem(
    sequencesErrors,
    (first?.code ?? 'sequence.definition_invalid') as keyof typeof sequencesErrors,
    first?.message ?? null,
    result.failure,
  );
}
