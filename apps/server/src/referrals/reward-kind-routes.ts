import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import { findCodeMaker, toCodeLack, type CodeMakerDeps } from '../stores/door.ts';
import { findCapabilities, listRewardKinds } from './reward-kinds.ts';

const rewardKind = z
  .object({
    kind: z.enum(['percent', 'fixed', 'freeShipping', 'freeGift']),
    mayAskForMinimum: z.boolean().describe('Whether such a reward can ask for a minimum spend.'),
  })
  .meta({ id: 'RewardKind' });

const codeMaker = z
  .object({
    lack: z
      .enum(['notConnected', 'notSetUp', 'notOffered', 'resting'])
      .nullable()
      .describe('Why none can be made; null where they can.'),
  })
  .meta({ id: 'CodeMaker' });

/** What can be given at all. */
export function rewardKindRoutes(deps: CodeMakerDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/reward-kinds',
      config: { action: 'referrals.read' },
      schema: {
        tags: ['Referrals'],
        operationId: 'listRewardKinds',
        summary:
          'Lists the kinds of reward the store’s platform can give by a code; all of them while none makes codes',
        params: z.object({ storeId: z.uuid() }),
        response: { 200: z.object({ data: z.array(rewardKind), nextCursor: z.null() }) },
      },
      handler: async ({ params }) => {
        const capabilities = await findCapabilities(deps, params.storeId as StoreId);
        return { data: [...listRewardKinds(capabilities)], nextCursor: null };
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/code-maker',
      config: { action: 'referrals.read' },
      schema: {
        tags: ['Referrals'],
        operationId: 'getCodeMaker',
        summary: 'Whether the store’s connections can make discount codes as things stand, and why not',
        params: z.object({ storeId: z.uuid() }),
        response: { 200: codeMaker },
      },
      handler: async ({ params }) => ({ lack: toCodeLack(await findCodeMaker(deps, params.storeId as StoreId)) }),
    });
  };
}
