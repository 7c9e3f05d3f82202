import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toEmailKey } from '@regulars/core/commerce';
import type { CustomerId, Instant, StoreId } from '@regulars/core/shared';
import { findBuyerByEmail } from '../customers/door.ts';
import type { Database, Tx } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { cursorOf, instant, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { deliveryErrors } from './errors.ts';
import { planPush } from './provider-lists/suppression-pushes.ts';
import { lockRecipients } from './recipients.ts';
import { deleteSuppression, listSuppressions } from './suppression-repository.ts';
import { suppress } from './suppress.ts';

const reasons = ['unsubscribed', 'hard_bounce', 'complaint', 'manual'] as const;
const suppression = z
  .object({
    recipient: z.string(),
    reason: z.enum(reasons),
    scope: z.enum(['marketing', 'all']),
    at: instant,
    note: z.string().nullable(),
  })
  .meta({ id: 'Suppression' });
const inStore = z.object({ storeId: z.uuid() });
const cursors = cursorOf(z.tuple([z.int(), z.string()]));

/** Whom a store does not write to, and why. */
export function suppressionsRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/suppressions',
      config: { action: 'messages.read' },
      schema: {
        tags: ['Suppressions'],
        summary: 'Lists whom the store does not write to, the latest first',
        params: inStore,
        querystring: pageQuery.extend({
          email: z.string().max(320).optional().describe('Only what forbids writing to this address.'),
        }),
        response: { 200: pageOf(suppression) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const cursor = cursors.parseCursor(query.cursor);
        const after = cursor === null ? null : ([cursor[0] as Instant, cursor[1]] as const);
        const recipientKey = query.email === undefined ? null : toEmailKey(query.email);
        if (query.email !== undefined && recipientKey === null) return { data: [], nextCursor: null };
        const rows = await database.withStore(storeId, (tx) =>
          listSuppressions(tx, storeId, { recipientKey, after, limit: query.limit + 1 }),
        );
        const page = toPage(rows, query.limit, (last) => cursors.toCursor([last.at, last.recipientKey]));
        return { ...page, data: page.data.map(({ recipientKey, ...row }) => ({ recipient: recipientKey, ...row })) };
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/suppressions',
      config: { action: 'messages.write' },
      schema: {
        tags: ['Suppressions'],
        summary: 'Forbids writing to an address',
        params: inStore,
        body: z.object({
          recipient: z.string(),
          note: z.string().trim().min(1).max(300).describe('Why, for whoever reads it later.'),
        }),
        response: { 204: z.null() },
      },
      handler: async ({ params, body }, reply) => {
        const storeId = params.storeId as StoreId;
        const recipientKey = toRecipientKey(body.recipient);
        await database.withStore(storeId, async (tx, now) => {
          const customerId = await findCustomerId(tx, storeId, recipientKey);
          await appendEvents(
            tx,
            storeId,
            await suppress(tx, storeId, [{ recipientKey, customerId, reason: 'manual', at: now, note: body.note }]),
          );
        });
        return reply.status(204).send(null);
      },
    });

    app.route({
      method: 'DELETE',
      url: '/stores/:storeId/suppressions',
      config: { action: 'messages.write' },
      schema: {
        tags: ['Suppressions'],
        summary: 'Lifts one suppression of an address',
        params: inStore,
        body: z.object({
          recipient: z.string(),
          reason: z.enum(reasons),
          note: z
            .string()
            .trim()
            .min(1)
            .max(300)
            .describe('Why it may be lifted, e.g. that the customer asked for it.'),
        }),
        response: { 204: z.null() },
      },
      handler: async ({ params, body }, reply) => {
        const storeId = params.storeId as StoreId;
        const recipientKey = toRecipientKey(body.recipient);
        const wasLifted = await database.withStore(storeId, async (tx, now) => {
          await lockRecipients(tx, storeId, [recipientKey]);
          if (!(await deleteSuppression(tx, storeId, recipientKey, body.reason))) return false;
          await planPush(tx, storeId, recipientKey, body.reason);
          const customerId = await findCustomerId(tx, storeId, recipientKey);
          if (customerId !== null)
            await appendEvents(tx, storeId, [
              { customerId, kind: 'unsuppressed', at: now, data: { reason: body.reason, source: body.note } },
            ]);
          return true;
        });
        if (!wasLifted) throw problem(deliveryErrors, 'suppression.not_found');
        return reply.status(204).send(null);
      },
    });
  };
}

function toRecipientKey(recipient: string): string {
  const key = toEmailKey(recipient);
  if (key !== null) return key;
  throw problem(deliveryErrors, 'suppression.address_invalid', null, [
    { code: 'suppression.address_invalid', path: '/recipient', message: 'An address such as ada@example.com.' },
  ]);
}

async function findCustomerId(tx: Tx, storeId: StoreId, recipientKey: string): Promise<CustomerId | null> {
  return (await findBuyerByEmail(tx, storeId, [recipientKey]))?.customerId ?? null;
}
