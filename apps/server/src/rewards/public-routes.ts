import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { isId, type ReferralId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { chooseLanguage, sendPage } from '../foundation/pages/index.ts';
import { refusalPage } from '../referrals/door.ts';
import type { Directory } from '../stores/door.ts';
import { readWelcome } from './read-welcome.ts';
import { welcomePage } from './welcome-page.ts';

export interface RewardPagesDeps {
  readonly database: Database;
  readonly directory: Directory;
}

const pathSchema = z.object({ slug: z.string(), referralId: z.string() });

/** The page of a claim, at an address only the friend was given; mounted at the root. */
export function rewardPublicRoutes({ database, directory }: RewardPagesDeps): FastifyPluginAsync {
  return async (app) => {
    app.get('/r/:slug/claims/:referralId', async (request, reply) => {
      const { slug, referralId } = pathSchema.parse(request.params);
      const welcome = isId(referralId) ? await readWelcome(database, slug, referralId as ReferralId) : null;
      const store = welcome === null ? null : await directory.findStore(welcome.storeId);
      const language = chooseLanguage(request.headers['accept-language'], store?.locale ?? null);
      if (welcome === null || store === null) return sendPage(reply, 404, refusalPage(language, null, 'link_unknown'));
      return sendPage(reply, 200, welcomePage(language, store, welcome));
    });
  };
}
