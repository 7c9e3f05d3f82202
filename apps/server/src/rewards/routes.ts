import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { rewardTermsSchema } from '@regulars/core/referrals';
import type { CustomerId, Instant, RewardId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, instant, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import { countByStatus } from './count-by-status.ts';
import { rewardsErrors } from './errors.ts';
import { listRewards } from './list-rewards.ts';
import { retryReward } from './retry-reward.ts';

const statuses = ['approved', 'issuing', 'issued', 'redeemed', 'expired', 'revoking', 'revoked', 'stuck'] as const;

const reward = z
  .object({
    id: z.uuid(),
    customerId: z.uuid(),
    source: z.string().describe('What it was given for: `referral:<id>` or `enrollment:<id>:<step>:<visit>`.'),
    side: z.enum(['friend_welcome', 'advocate', 'friend', 'sequence']),
    status: z.enum(statuses),
    reason: z.string().nullable().describe('Why it is stuck.'),
    code: z.string(),
    terms: rewardTermsSchema,
    createdAt: instant,
    issuedAt: instant.nullable(),
    expiresAt: instant,
  })
  .meta({ id: 'Reward' });

const inStore = z.object({ storeId: z.uuid() });
const cursors = cursorOf(z.tuple([z.custom<Instant>((value) => Number.isSafeInteger(value)), z.uuid()]));
const listQuery = pageQuery.extend({
  status: z.enum(statuses).optional().describe('Only rewards that stand there.'),
  customerId: z.uuid().optional().describe('Only rewards for this customer.'),
});

/** The rewards of a store. */
export function rewardRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/rewards',
      config: { action: 'rewards.read' },
      schema: {
        tags: ['Rewards'],
        operationId: 'listRewards',
        summary: 'Lists rewards with where their codes stand, the newest first',
        params: inStore,
        querystring: listQuery,
        response: { 200: pageOf(reward) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const rows = await database.withStore(storeId, (tx) =>
          listRewards(tx, storeId, {
            status: query.status ?? null,
            customerId: (query.customerId as CustomerId | undefined) ?? null,
            limit: query.limit,
            after: cursors.parseCursor(query.cursor),
          }),
        );
        return toPage(rows, query.limit, ({ createdAt, id }) => cursors.toCursor([createdAt, id]));
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/reward-counts',
      config: { action: 'rewards.read' },
      schema: {
        tags: ['Rewards'],
        operationId: 'countRewards',
        summary: 'Counts the rewards of a store by where they stand, and why where something holds them',
        params: inStore,
        response: {
          200: z.object({
            data: z.array(
              z
                .object({ status: z.enum(statuses), reason: z.string().nullable(), rewards: z.number().int() })
                .meta({ id: 'RewardCount' }),
            ),
          }),
        },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        return { data: [...(await database.withStore(storeId, (tx) => countByStatus(tx, storeId)))] };
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/rewards/:rewardId/retry',
      config: { action: 'rewards.write' },
      schema: {
        tags: ['Rewards'],
        operationId: 'retryReward',
        summary: 'Asks the store again for the code of a reward that is stuck',
        params: inStore.extend({ rewardId: z.uuid() }),
        response: { 200: z.object({ id: z.uuid(), status: z.enum(statuses) }) },
      },
      handler: async ({ params }) => {
        const retried = await retryReward(database, params.storeId as StoreId, params.rewardId as RewardId);
        if (!retried.ok) throw problem(rewardsErrors, retried.failure);
        return { id: params.rewardId, status: retried.value.standing.status };
      },
    });
  };
}
