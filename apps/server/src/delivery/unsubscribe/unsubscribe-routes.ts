import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { EffectId, StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { chooseLanguage, sendPage } from '../../foundation/pages/index.ts';
import type { Directory } from '../../stores/door.ts';
import type { MessageTokens } from '../message-token.ts';
import { findLinkedRecipient, isUnsubscribed, resubscribe, unsubscribe, type LinkedRecipient } from './unsubscribe.ts';
import { unsubscribePage } from './unsubscribe-page.ts';
import type { UnsubscribeView } from './unsubscribe-texts.ts';

export interface UnsubscribeRoutesDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly tokens: MessageTokens;
}

const pathSchema = z.object({ token: z.string() });
/** `List-Unsubscribe=One-Click` from a mail program (RFC 8058), `action=…` from the page's own button. */
const formSchema = z
  .object({ action: z.enum(['unsubscribe', 'resubscribe']).catch('unsubscribe') })
  .catch({ action: 'unsubscribe' });

/**
 * The link in every marketing mail, for anybody who holds it; mounted at the root, and in need of a parser for forms.
 * GET only shows: scanners open every link. POST acts at once, without cookies, sign-in or a second question.
 */
export function unsubscribeRoutes({ database, directory, tokens }: UnsubscribeRoutesDeps): FastifyPluginAsync {
  const show = async (
    reply: FastifyReply,
    status: number,
    view: UnsubscribeView,
    storeId: StoreId | null,
    recipient: LinkedRecipient | null,
  ) => {
    const store = storeId === null ? null : await directory.findStore(storeId);
    // In the language of the mail, which is the customer's; the browser may be anybody's, and decides only without one.
    const wanted = recipient?.locale ?? reply.request.headers['accept-language'];
    const language = chooseLanguage(wanted, store?.locale ?? null);
    return sendPage(reply, status, unsubscribePage(view, language, store?.name ?? null));
  };
  const read = (params: unknown): { readonly storeId: StoreId; readonly messageId: EffectId } | null =>
    tokens.parse(pathSchema.parse(params).token);

  return async (app) => {
    app.get('/u/:token', { schema: { hide: true } }, async ({ params }, reply) => {
      const link = read(params);
      if (link === null) return show(reply, 404, 'unknown', null, null);
      const { storeId, messageId } = link;
      const found = await database.withStore(storeId, async (tx) => {
        const recipient = await findLinkedRecipient(tx, storeId, messageId);
        return recipient && { recipient, isGone: await isUnsubscribed(tx, storeId, recipient.recipientKey) };
      });
      if (found === null) return show(reply, 404, 'unknown', storeId, null);
      return show(reply, 200, found.isGone ? 'unsubscribed' : 'subscribed', storeId, found.recipient);
    });

    app.post('/u/:token', { schema: { hide: true } }, async ({ params, body }, reply) => {
      const link = read(params);
      if (link === null) return show(reply, 404, 'unknown', null, null);
      const { action } = formSchema.parse(body ?? {});
      const act = action === 'unsubscribe' ? unsubscribe : resubscribe;
      const recipient = await act(database, link.storeId, link.messageId);
      if (recipient === null) return show(reply, 404, 'unknown', link.storeId, null);
      return show(reply, 200, action === 'unsubscribe' ? 'unsubscribed' : 'subscribed', link.storeId, recipient);
    });
  };
}
