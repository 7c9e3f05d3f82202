import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { readChains } from './read-chains.ts';

const chain = z
  .object({
    advocateId: z.uuid().describe('Somebody whom nobody brought.'),
    links: z
      .array(
        z.object({
          referralId: z.uuid(),
          advocateId: z.uuid(),
          friendId: z.uuid(),
          status: z.enum(['claimed', 'held', 'qualified', 'closed', 'rejected', 'expired', 'reversed']),
          depth: z.number().int().describe('1 for friends of the first advocate, 2 for their friends.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'ReferralChain' });

/** Who brought whom. */
export function chainRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/referral-chains',
      config: { action: 'referrals.read' },
      schema: {
        tags: ['Referrals'],
        operationId: 'listReferralChains',
        summary: 'Shows who brought whom, the chains with the most friends first',
        params: z.object({ storeId: z.uuid() }),
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
        response: { 200: z.object({ data: z.array(chain) }) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        return { data: [...(await database.withStore(storeId, (tx) => readChains(tx, storeId, query.limit)))] };
      },
    });
  };
}
