import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { CustomerId, EffectId, Instant, StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { problem } from '../../foundation/errors/index.ts';
import { cursorOf, instant, pageOf, pageQuery, toPage } from '../../foundation/http/index.ts';
import { deliveryErrors } from '../errors.ts';
import { replyToMessage } from '../replies/reply-to-message.ts';
import { countUnread, findInMailbox, listMailbox, markRead } from './mailbox-repository.ts';

const summary = z
  .object({
    id: z.uuid(),
    sender: z.string(),
    recipient: z.string(),
    subject: z.string(),
    receivedAt: instant,
    readAt: instant.nullable(),
    templateKey: z.string().nullable(),
    customerId: z.uuid().nullable(),
  })
  .meta({ id: 'MailboxSummary' });
const mail = summary
  .extend({ messageId: z.string(), html: z.string(), text: z.string(), headers: z.record(z.string(), z.string()) })
  .meta({ id: 'MailboxMessage' });

const inStore = z.object({ storeId: z.uuid() });
const inMailbox = inStore.extend({ mailId: z.uuid() });
const cursors = cursorOf(z.tuple([z.int(), z.uuid()]));
/** A mail may show pictures and its own styles; it runs nothing and sends nothing anywhere. */
const mailPolicy =
  "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

/** The local mailbox: what a store without a mail account would have sent. */
export function mailboxRoutes(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/mailbox',
      config: { action: 'messages.read' },
      schema: {
        tags: ['Mailbox'],
        summary: 'Lists the mails in the local mailbox, newest first',
        params: inStore,
        querystring: pageQuery.extend({
          templateKey: z.string().max(60).optional().describe('Only mails made from this template.'),
          customerId: z.uuid().optional().describe('Only mails to this customer.'),
        }),
        response: { 200: pageOf(summary).extend({ unread: z.number().int() }) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const cursor = cursors.parseCursor(query.cursor);
        const after = cursor === null ? null : ([cursor[0] as Instant, cursor[1]] as const);
        return await database.withStore(storeId, async (tx) => {
          const filter = {
            templateKey: query.templateKey ?? null,
            customerId: (query.customerId ?? null) as CustomerId | null,
          };
          const rows = await listMailbox(tx, storeId, { filter, after, limit: query.limit + 1 });
          return {
            ...toPage(rows, query.limit, (last) => cursors.toCursor([last.receivedAt, last.id])),
            unread: await countUnread(tx, storeId),
          };
        });
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/mailbox/:mailId',
      config: { action: 'messages.read' },
      schema: {
        tags: ['Mailbox'],
        summary: 'One mail of the local mailbox',
        params: inMailbox,
        response: { 200: mail },
      },
      handler: async ({ params }) => ({ ...(await findOrRefuse(params)) }),
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/mailbox/:mailId/html',
      config: { action: 'messages.read' },
      schema: {
        tags: ['Mailbox'],
        summary: 'The mail as its recipient sees it, for a sandboxed frame',
        params: inMailbox,
      },
      handler: async ({ params }, reply) => {
        const { html } = await findOrRefuse(params);
        return reply
          .headers({
            'content-security-policy': mailPolicy,
            'x-frame-options': 'SAMEORIGIN',
            'referrer-policy': 'no-referrer',
          })
          .type('text/html; charset=utf-8')
          .send(html);
      },
    });

    app.route({
      method: 'PUT',
      url: '/stores/:storeId/mailbox/:mailId/read',
      config: { action: 'messages.write' },
      schema: {
        tags: ['Mailbox'],
        summary: 'Marks a mail as read or unread',
        params: inMailbox,
        body: z.object({ isRead: z.boolean() }),
        response: { 204: z.null() },
      },
      handler: async ({ params, body }, reply) => {
        const storeId = params.storeId as StoreId;
        if (!(await database.withStore(storeId, (tx) => markRead(tx, storeId, params.mailId, body.isRead)))) {
          throw problem(deliveryErrors, 'mailbox.message_not_found');
        }
        return reply.status(204).send(null);
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/mailbox/:mailId/replies',
      config: { action: 'messages.write' },
      schema: {
        tags: ['Mailbox'],
        operationId: 'replyFromMailbox',
        summary: 'Answers a mail of the local mailbox in its recipient’s place, to see what a reply brings about',
        params: inMailbox,
        body: z.object({ text: z.string().trim().min(1).max(5_000).describe('What the customer writes.') }),
        response: { 201: z.object({ caseId: z.uuid() }).meta({ id: 'MailboxReply' }) },
      },
      handler: async ({ params, body }, reply) => {
        const { id } = await findOrRefuse(params);
        const replied = await replyToMessage(
          { database },
          { storeId: params.storeId as StoreId, messageId: id as EffectId, text: body.text },
        );
        if (!replied.ok) throw problem(deliveryErrors, 'mailbox.not_to_a_customer');
        return reply.status(201).send({ caseId: replied.value.caseId });
      },
    });

    async function findOrRefuse(params: z.output<typeof inMailbox>) {
      const storeId = params.storeId as StoreId;
      const found = await database.withStore(storeId, (tx) => findInMailbox(tx, storeId, params.mailId));
      if (found === null) throw problem(deliveryErrors, 'mailbox.message_not_found');
      return found;
    }
  };
}
