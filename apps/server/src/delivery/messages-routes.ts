import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { CustomerId, Instant, SequenceId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, instant, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { deliveryErrors } from './errors.ts';
import { findMessage, listMessages } from './list-messages.ts';

const states = [
  'planned',
  'claimed',
  'sending',
  'accepted',
  'rejected',
  'skipped',
  'cancelled',
  'unknown',
  'unknown_final',
] as const;
const stateList = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(states)));
const message = z
  .object({
    id: z.uuid(),
    customerId: z.uuid().nullable(),
    templateKey: z.string(),
    purpose: z.string(),
    sequenceKey: z.string().nullable(),
    stepId: z.string().nullable(),
    state: z.enum(states),
    reason: z
      .string()
      .nullable()
      .describe('A stable code for why it waits or does not go, e.g. `cap` or `unsubscribed`.'),
    recipient: z.string().nullable(),
    subject: z.string().nullable(),
    attempt: z.number().int(),
    dueAt: instant,
    settledAt: instant.nullable(),
    createdAt: instant,
    lastReceipt: z.string().nullable().describe('What the provider last told, e.g. `delivered`.'),
  })
  .meta({ id: 'Message' });
const messageDetail = message
  .extend({
    messageId: z.string().nullable(),
    html: z.string().nullable(),
    text: z.string().nullable(),
    headers: z.record(z.string(), z.string()).nullable(),
    receipts: z.array(
      z.object({ kind: z.string(), at: instant, isMachine: z.boolean(), detailCode: z.string().nullable() }),
    ),
  })
  .meta({ id: 'MessageDetail' });

const inStore = z.object({ storeId: z.uuid() });
const cursors = cursorOf(z.tuple([z.int(), z.uuid()]));

/** Every mail with its verdict. */
export function messagesRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/messages',
      config: { action: 'messages.read' },
      schema: {
        tags: ['Messages'],
        summary: 'Lists every mail that was meant to go, sent or not, with its verdict; newest first',
        params: inStore,
        querystring: pageQuery.extend({
          state: stateList
            .optional()
            .describe(`Only those in this state, or one of several separated by commas: ${states.join(', ')}.`),
          customerId: z.uuid().optional(),
          sequenceId: z.uuid().optional(),
          stepId: z.string().max(40).optional().describe('Only what this step of a sequence planned.'),
          reason: z
            .string()
            .max(60)
            .optional()
            .describe('Only what waits or did not go for this reason; `unknown` where none is known.'),
          enrolledSince: instant
            .optional()
            .describe('Only what a sequence planned for those who began it then or later: `since` of its progress.'),
        }),
        response: { 200: pageOf(message) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const cursor = cursors.parseCursor(query.cursor);
        const rows = await database.withStore(storeId, (tx) =>
          listMessages(tx, storeId, {
            limit: query.limit + 1,
            after: cursor === null ? null : { createdAt: cursor[0] as Instant, id: cursor[1] },
            states: query.state ?? null,
            customerId: (query.customerId ?? null) as CustomerId | null,
            sequenceId: (query.sequenceId ?? null) as SequenceId | null,
            stepId: query.stepId ?? null,
            reason: query.reason ?? null,
            enrolledSince: query.enrolledSince ?? null,
          }),
        );
        return toPage(
          rows.map((row) => ({ ...row, state: row.state as (typeof states)[number] })),
          query.limit,
          (last) => cursors.toCursor([last.createdAt, last.id]),
        );
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/messages/:messageId',
      config: { action: 'messages.read' },
      schema: {
        tags: ['Messages'],
        summary: 'One mail in full, with what the provider told of it',
        params: inStore.extend({ messageId: z.uuid() }),
        response: { 200: messageDetail },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const found = await database.withStore(storeId, (tx) => findMessage(tx, storeId, params.messageId));
        if (found === null) throw problem(deliveryErrors, 'message.not_found');
        return {
          ...found,
          state: found.state as (typeof states)[number],
          headers: found.headers && { ...found.headers },
          receipts: [...found.receipts],
        };
      },
    });
  };
}
