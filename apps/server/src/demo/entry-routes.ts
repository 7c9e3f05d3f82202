import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { PeopleAuth } from '../access/door.ts';
import type { DemoGround } from './demo-ground.ts';
import { signDemoOwnerIn } from './demo-owner.ts';
import { spendEntryToken } from './entry-link.ts';

const querySchema = z.object({ token: z.string().max(100).catch('') });
const limit = { max: 20, timeWindow: 60_000 };

/** The way into the demo: the one-time link signs its owner in; no other demo opens beside it. Mounted at the root, in a demo only. */
export function demoEntryRoutes(
  { database, keyRing, config }: Pick<DemoGround, 'database' | 'keyRing' | 'config'>,
  auth: PeopleAuth,
): FastifyPluginAsync {
  return async (app) => {
    // Pages ask it anywhere, as they do of an instance.
    app.get('/api/v1/demo-launch', () => Promise.resolve({ isOffered: false, state: 'idle' }));

    app.get('/demo/enter', { config: { rateLimit: limit } }, async (request, reply) => {
      const { token } = querySchema.parse(request.query);
      void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      // A link that was used leads to the demo all the same: who is signed in goes on, who is not is told what to do.
      if (await spendEntryToken(database, token)) {
        for (const cookie of await signDemoOwnerIn(auth, keyRing, config.publicUrl)) {
          void reply.header('set-cookie', cookie);
        }
      }
      return reply.redirect('/', 303);
    });
  };
}
