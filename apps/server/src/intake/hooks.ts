import type { FastifyPluginAsync } from 'fastify';
import { problem } from '../foundation/errors/index.ts';
import type { Acceptance, createWebhookAcceptor } from './accept-webhook.ts';
import { intakeErrors } from './errors.ts';
import { BatchOverflow } from './micro-batch.ts';

export interface HooksOptions {
  readonly acceptWebhook: ReturnType<typeof createWebhookAcceptor>;
}

const maxBodyBytes = 5 * 1024 * 1024;

/**
 * `POST /hooks/:token`: where platforms and mail providers deliver. Kept apart from the API: raw bytes, no schema, no
 * session, no limiter; the answer is 200 as soon as the delivery is durable, because some platforms count nothing else
 * as success (WooCommerce 11: only exactly 200).
 */
export const hooks: FastifyPluginAsync<HooksOptions> = async (app, { acceptWebhook }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (_request, body, done) =>
    done(null, body),
  );

  app.route<{ Params: { token: string }; Body: Buffer | null | undefined }>({
    method: 'POST',
    url: '/hooks/:token',
    bodyLimit: maxBodyBytes,
    // The token is a secret: it must not reach the log.
    logLevel: 'silent',
    schema: { hide: true },
    handler: async (request, reply) => {
      let acceptance: Acceptance;
      try {
        acceptance = await acceptWebhook(request.params.token, {
          headers: request.headers as Record<string, string | undefined>,
          body: request.body ?? new Uint8Array(),
        });
      } catch (error) {
        reply.header('retry-after', '5');
        app.log.error(error instanceof BatchOverflow ? {} : { err: error }, 'a delivery could not be kept');
        throw problem(intakeErrors, 'webhook.not_kept', 'The delivery could not be kept. Send it again.');
      }
      if (acceptance === 'accepted') return { status: 'accepted' };
      if (acceptance === 'ping') return { status: 'pong' };
      if (acceptance === 'unknown_token') throw problem(intakeErrors, 'webhook.unknown_address');
      throw problem(intakeErrors, acceptance);
    },
  });

  app.route<{ Params: { token: string } }>({
    method: ['GET', 'HEAD'],
    url: '/hooks/:token',
    logLevel: 'silent',
    schema: { hide: true },
    handler: async () => ({ status: 'ready', hint: 'Webhooks are taken here by POST.' }),
  });
};
