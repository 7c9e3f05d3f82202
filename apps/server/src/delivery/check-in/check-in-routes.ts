import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { z } from 'zod';
import { checkInAnswerSchema } from '@regulars/core/messaging';
import type { Database } from '../../foundation/database/database.ts';
import { chooseLanguage, sendPage } from '../../foundation/pages/index.ts';
import type { Directory, Store } from '../../stores/door.ts';
import type { MessageTokens } from '../message-token.ts';
import { answerCheckIn } from './answer-check-in.ts';
import { checkInPage, unknownCheckInPage } from './check-in-page.ts';
import { readCheckIn } from './read-check-in.ts';

export interface CheckInRoutesDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly checkInTokens: MessageTokens;
}

const pathSchema = z.object({ token: z.string() });
const querySchema = z.object({ answer: checkInAnswerSchema.nullable().catch(null) });
const formSchema = z.object({ answer: checkInAnswerSchema.nullable().catch(null), note: z.string().catch('') });
/** The field takes no more; who sends more by other means keeps the beginning. */
const maxNoteLength = 4_000;

/** A person changes their mind a few times; more is a machine. */
const answerLimit = { max: 30, timeWindow: 60_000 };

/** The page behind the answers in a check-in, for whoever holds the link; mounted at the root. GET shows, POST answers. */
export function checkInRoutes({ database, directory, checkInTokens }: CheckInRoutesDeps): FastifyPluginAsync {
  const refuse = (reply: FastifyReply, store: Store | null) =>
    sendPage(
      reply,
      404,
      unknownCheckInPage(chooseLanguage(reply.request.headers['accept-language'], store?.locale ?? null), store),
    );

  return async (app) => {
    app.get('/a/:token', { schema: { hide: true } }, async ({ params, query }, reply) => {
      const link = checkInTokens.parse(pathSchema.parse(params).token);
      const store = link === null ? null : await directory.findStore(link.storeId);
      const checkIn = link === null ? null : await readCheckIn(database, link.storeId, link.messageId);
      if (store === null || checkIn === null) return refuse(reply, store);
      const { answer: chosen } = querySchema.parse(query);
      // In the language of the mail, which is the customer's; the browser may be anybody's.
      const language = chooseLanguage(checkIn.locale, store.locale);
      return sendPage(reply, 200, checkInPage({ language, store, checkIn, chosen }));
    });

    app.post(
      '/a/:token',
      { schema: { hide: true }, config: { rateLimit: answerLimit } },
      async ({ params, body }, reply) => {
        const { token } = pathSchema.parse(params);
        const link = checkInTokens.parse(token);
        if (link === null) return refuse(reply, null);
        const { answer, note } = formSchema.parse(body ?? {});
        if (answer !== null) {
          const answered = await answerCheckIn({ database }, { ...link, answer, note: note.slice(0, maxNoteLength) });
          if (!answered.ok) return refuse(reply, await directory.findStore(link.storeId));
        }
        // 303: going back or loading again shows the thanks and never answers twice.
        return reply.redirect(`/a/${token}`, 303);
      },
    );
  };
}
