import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { referralRulesSchema } from '@regulars/core/referrals';
import type { CustomerId, Instant, ReferralId, StoreId } from '@regulars/core/shared';
import { findPeople } from '../customers/door.ts';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { cursorOf, instant, pageOf, pageQuery, toPage } from '../foundation/http/index.ts';
import type { AdapterRegistry, Directory } from '../stores/door.ts';
import type { AdvocateLink } from './advocate-link.ts';
import { chainRoutes } from './chain-routes.ts';
import { checkRules } from './check-rules.ts';
import { referralsErrors } from './errors.ts';
import { listReferrals } from './list-referrals.ts';
import { updateProgram } from './manage-program.ts';
import { findProgram } from './program-repository.ts';
import { reviewReferral } from './review-referral.ts';
import { findCapabilities } from './reward-kinds.ts';
import { rewardKindRoutes } from './reward-kind-routes.ts';

export interface ReferralRoutesDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
  readonly advocateLink: AdvocateLink;
}

const program = z
  .object({ state: z.enum(['live', 'paused']), revision: z.int(), rules: referralRulesSchema })
  .meta({ id: 'ReferralProgram' });

const statuses = ['claimed', 'held', 'qualified', 'closed', 'rejected', 'expired', 'reversed'] as const;

const referral = z
  .object({
    id: z.uuid(),
    advocateId: z.uuid(),
    friendId: z.uuid(),
    status: z.enum(statuses),
    reason: z
      .string()
      .nullable()
      .describe('Why it was rejected (`existing_customer`, …), or `full` and `part` for how far it was reversed.'),
    orderId: z.uuid().nullable(),
    claimedAt: instant,
    nextAt: instant.nullable().describe('When the claim, the hold or the claw-back time ends.'),
    isWaitingForReview: z.boolean(),
    risk: z.object({ score: z.int(), reasons: z.array(z.string()).readonly() }),
  })
  .meta({ id: 'Referral' });

const inStore = z.object({ storeId: z.uuid() });
const inReferral = inStore.extend({ referralId: z.uuid() });
const cursors = cursorOf(z.tuple([z.custom<Instant>((value) => Number.isSafeInteger(value)), z.uuid()]));
const listQuery = pageQuery.extend({
  status: z.enum(statuses).optional().describe('Only referrals that stand there.'),
  customerId: z.uuid().optional().describe('Only referrals in which this customer is the advocate or the friend.'),
});

/** The referral programme of a store, its referrals, and each customer's link. */
export function referralRoutes(deps: ReferralRoutesDeps): FastifyPluginAsyncZod {
  const { database, directory, advocateLink } = deps;
  return async (app) => {
    await app.register(chainRoutes({ database }));
    await app.register(rewardKindRoutes(deps));

    app.route({
      method: 'GET',
      url: '/stores/:storeId/referral-program',
      config: { action: 'referrals.read' },
      schema: {
        tags: ['Referrals'],
        operationId: 'getReferralProgram',
        summary: 'The referral programme of a store',
        params: inStore,
        response: { 200: program },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const found = await database.withStore(storeId, (tx) => findProgram(tx, storeId));
        if (found === null) throw problem(referralsErrors, 'referral.program_missing');
        return found;
      },
    });

    app.route({
      method: 'PUT',
      url: '/stores/:storeId/referral-program',
      config: { action: 'referrals.write' },
      schema: {
        tags: ['Referrals'],
        operationId: 'putReferralProgram',
        summary: 'Changes the programme; referrals claimed before keep the rules they were claimed under',
        params: inStore,
        body: z.object({ state: z.enum(['live', 'paused']), rules: referralRulesSchema }),
        response: { 200: program },
      },
      handler: async ({ params, body }) => {
        const storeId = params.storeId as StoreId;
        const store = await directory.findStore(storeId);
        const capabilities = await findCapabilities(deps, storeId);
        const faults = store === null ? [] : checkRules(body.rules, store, capabilities);
        if (faults.length > 0) throw problem(referralsErrors, 'referral.rules_invalid', null, faults);
        return database.withStore(storeId, (tx) => updateProgram(tx, storeId, body));
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/referrals',
      config: { action: 'referrals.read' },
      schema: {
        tags: ['Referrals'],
        operationId: 'listReferrals',
        summary: 'Lists referrals with where they stand and why, the newest first',
        params: inStore,
        querystring: listQuery,
        response: { 200: pageOf(referral) },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const rows = await database.withStore(storeId, (tx) =>
          listReferrals(tx, storeId, {
            status: query.status ?? null,
            customerId: (query.customerId as CustomerId | undefined) ?? null,
            limit: query.limit,
            after: cursors.parseCursor(query.cursor),
          }),
        );
        return toPage(rows, query.limit, ({ claimedAt, id }) => cursors.toCursor([claimedAt, id]));
      },
    });

    for (const [verb, verdict] of [
      ['approve', 'reviewApproved'],
      ['refuse', 'reviewRefused'],
    ] as const) {
      app.route({
        method: 'POST',
        url: `/stores/:storeId/referrals/:referralId/${verb}`,
        config: { action: 'referrals.write' },
        schema: {
          tags: ['Referrals'],
          operationId: `${verb}Referral`,
          summary:
            verb === 'approve'
              ? 'Lets a referral that waits for a review go on'
              : 'Ends a referral that is claimed or held; nobody is rewarded',
          params: inReferral,
          response: { 200: z.object({ id: z.uuid(), status: z.enum(statuses) }) },
        },
        handler: async ({ params }) => {
          const reviewed = await reviewReferral(
            database,
            params.storeId as StoreId,
            params.referralId as ReferralId,
            verdict,
          );
          if (!reviewed.ok) throw problem(referralsErrors, reviewed.failure);
          return { id: params.referralId, status: reviewed.value.standing.status };
        },
      });
    }

    app.route({
      method: 'GET',
      url: '/stores/:storeId/customers/:customerId/advocate-link',
      config: { action: 'referrals.read' },
      schema: {
        tags: ['Referrals'],
        operationId: 'getAdvocateLink',
        summary: 'The link this customer gives to friends; made at the first need',
        params: inStore.extend({ customerId: z.uuid() }),
        response: { 200: z.object({ url: z.url() }).meta({ id: 'AdvocateLink' }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const customerId = params.customerId as CustomerId;
        return database.withStore(storeId, async (tx) => {
          const [person] = await findPeople(tx, storeId, [customerId]);
          if (person === undefined || person.isErased) throw problem(referralsErrors, 'referral.advocate_unknown');
          return { url: await advocateLink(tx, storeId, customerId) };
        });
      },
    });
  };
}
