import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { problem } from '../../foundation/errors/index.ts';
import { chooseLanguage, sendPage } from '../../foundation/pages/index.ts';
import { storesErrors } from '../errors.ts';
import { completeAuthorization, type CompleteAuthorizationDeps } from './complete-authorization.ts';
import { strayReturnPage } from './return-page.ts';
import { takeCallback } from './take-callback.ts';

/** A repeated parameter is nothing a platform sends. */
const querySchema = z.record(z.string(), z.string()).catch({});
const pathSchema = z.object({ adapterId: z.string() });
const maxCallbackBytes = 16 * 1_024;

/**
 * Where merchants come back from their platform, and where platforms post what they grant; mounted at the root. The
 * return address never changes: some platforms want it to be registered.
 */
export function returnRoutes(deps: CompleteAuthorizationDeps): FastifyPluginAsync {
  return async (app) => {
    app.get('/connect/return', { schema: { hide: true } }, async (request, reply) => {
      const query = querySchema.parse(request.query);
      const attempt = await completeAuthorization(deps, { query, cookie: request.headers.cookie });
      const store = attempt === null ? null : await deps.directory.findStore(attempt.storeId);
      if (attempt === null || store === null)
        return sendPage(reply, 404, strayReturnPage(chooseLanguage(request.headers['accept-language'], null)));
      // What came along is not to be told to the next page, nor kept.
      void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      return reply.redirect(`/stores/${store.slug}/connections?connect=${attempt.id}`, 303);
    });

    await app.register(async (raw) => {
      raw.removeAllContentTypeParsers();
      raw.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      raw.post<{ Body: Buffer | null | undefined }>(
        '/connect/callback/:adapterId',
        { bodyLimit: maxCallbackBytes, schema: { hide: true } },
        async (request, reply) => {
          const { adapterId } = pathSchema.parse(request.params);
          const taken = await takeCallback(deps, adapterId, request.body ?? new Uint8Array());
          if (taken === 'unknown') throw problem(storesErrors, 'connect.state_unknown');
          if (taken === 'invalid') throw problem(storesErrors, 'connect.callback_invalid');
          return reply.status(200).send();
        },
      );
    });
  };
}
