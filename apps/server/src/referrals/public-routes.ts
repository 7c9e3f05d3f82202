import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ReferralRejection } from '@regulars/core/referrals';
import { chooseLanguage, sendPage } from '../foundation/pages/index.ts';
import type { Directory, Store } from '../stores/door.ts';
import { claimReferral, type ClaimDeps } from './claim-referral.ts';
import { landingPage } from './pages/landing-page.ts';
import { refusalPage } from './pages/notice-page.ts';
import { readLanding } from './read-landing.ts';

export interface ReferralPagesDeps extends ClaimDeps {
  readonly directory: Directory;
}

const pathSchema = z.object({ slug: z.string() });
const formSchema = z.object({
  email: z.string().max(320).catch(''),
  consent: z.literal('yes').optional().catch(undefined),
});

/** A person may look often; claiming is for people, not for lists of addresses. */
const claimLimit = { max: 20, timeWindow: 60_000 };

/** The landing page of an advocate's link, for anybody; mounted at the root. */
export function referralPublicRoutes(deps: ReferralPagesDeps): FastifyPluginAsync {
  return async (app) => {
    app.get('/r/:slug', async (request, reply) => {
      const { slug } = pathSchema.parse(request.params);
      const landing = await readLanding(deps.database, slug);
      const store = landing === null ? null : await deps.directory.findStore(landing.storeId);
      const language = languageOf(request, store);
      if (landing === null || store === null) return refuse(reply, request, null, 'link_unknown');
      if (landing.program.state === 'paused') return refuse(reply, request, store, 'program_paused');
      const { advocateFirstName, program } = landing;
      return sendPage(
        reply,
        200,
        landingPage({ language, store, slug, advocateFirstName, rules: program.rules, rejected: null }),
      );
    });

    app.post('/r/:slug/claims', { config: { rateLimit: claimLimit } }, async (request, reply) => {
      const { slug } = pathSchema.parse(request.params);
      const form = formSchema.parse(request.body ?? {});
      const isConsenting = form.consent !== undefined;
      const landing = await readLanding(deps.database, slug);
      const store = landing === null ? null : await deps.directory.findStore(landing.storeId);
      const language = languageOf(request, store);
      if (landing === null || store === null) return refuse(reply, request, null, 'link_unknown');
      const outcome = await claimReferral(deps, { slug, email: form.email, isConsenting, locale: language });
      if (outcome.kind === 'refused') return refuse(reply, request, store, outcome.reason);
      // 303: going back or loading again shows the code and never sends the form twice.
      if (outcome.kind === 'welcomed') return reply.redirect(`/r/${slug}/claims/${outcome.referralId}`, 303);
      const { advocateFirstName, program } = landing;
      const rejected = { email: form.email, isConsenting };
      return sendPage(
        reply,
        422,
        landingPage({ language, store, slug, advocateFirstName, rules: program.rules, rejected }),
      );
    });
  };
}

const refusalStatus: Partial<Record<ReferralRejection, number>> = { link_unknown: 404, too_many_claims: 429 };

function refuse(
  reply: FastifyReply,
  request: FastifyRequest,
  store: Store | null,
  reason: ReferralRejection,
): FastifyReply {
  return sendPage(reply, refusalStatus[reason] ?? 200, refusalPage(languageOf(request, store), store, reason));
}

function languageOf(request: FastifyRequest, store: Store | null) {
  return chooseLanguage(request.headers['accept-language'], store?.locale ?? null);
}
