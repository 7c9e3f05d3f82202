import type { FastifyPluginAsync } from 'fastify';
import { defaultSendPolicy } from '@regulars/core/messaging';
import { playbookTemplates } from '@regulars/core/sequences';
import { createForgetLane } from './cases/jobs.ts';
import { exportRemarks } from './cases/door.ts';
import { casesRoutes } from './cases/routes.ts';
import type { Foundation } from './compose-foundation.ts';
import { createCartLanes } from './customers/carts/jobs.ts';
import { cartStorefrontRoutes } from './customers/carts/storefront-routes.ts';
import { customerSearchRoutes } from './customers/customer-search-routes.ts';
import { createForecastLanes } from './customers/forecasts/jobs.ts';
import { createPriorTeacher } from './customers/forecasts/learn-prior.ts';
import { createModelShelf } from './customers/forecasts/model-shelf.ts';
import { forecastRoutes } from './customers/forecasts/routes.ts';
import { createApplyDeliveriesLane } from './customers/jobs.ts';
import { orderSearchRoutes } from './customers/order-search-routes.ts';
import { dataRequestRoutes } from './customers/privacy/data-request-routes.ts';
import { createEraseLeftStoresLane } from './customers/privacy/erase-left-stores.ts';
import type { ExportParts } from './customers/privacy/export-customer.ts';
import { privacyRoutes } from './customers/privacy/privacy-routes.ts';
import { customersRoutes } from './customers/routes.ts';
import { checkInRoutes } from './delivery/check-in/check-in-routes.ts';
import { exportMessages, exportSuppressions } from './delivery/door.ts';
import { createDeliveryLanes } from './delivery/jobs.ts';
import { createMailAccounts } from './delivery/mail-accounts.ts';
import { createMessageTokens } from './delivery/message-token.ts';
import { deliveryRoutes } from './delivery/routes.ts';
import { createCompleteLettersLane } from './delivery/templates/complete-letters-lane.ts';
import { installTemplates } from './delivery/templates/install-templates.ts';
import { createTemplateCompiler, type TemplateCompiler } from './delivery/templates/template-compiler.ts';
import { createTemplateLibrary } from './delivery/templates/template-library.ts';
import { readKeysNaming, readTemplateKeys } from './delivery/templates/template-repository.ts';
import { unsubscribeRoutes } from './delivery/unsubscribe/unsubscribe-routes.ts';
import { firstStoreRoutes } from './first-store/routes.ts';
import type { Lane } from './foundation/lanes/lane.ts';
import { deriveKey } from './foundation/secrets/key-ring.ts';
import { createWebhookAcceptor, type WebhookAcceptor } from './intake/accept-webhook.ts';
import { hooks } from './intake/hooks.ts';
import { createPurgeLane } from './intake/jobs.ts';
import { putAsideRoutes } from './intake/put-aside-routes.ts';
import { intakeRoutes } from './intake/routes.ts';
import { instanceRoutes } from './instance-routes.ts';
import { createAdvocateLink } from './referrals/advocate-link.ts';
import { exportAdvocateLink, exportReferrals } from './referrals/door.ts';
import { createReferralLanes } from './referrals/jobs.ts';
import { createReferralFacts } from './referrals/mail-facts.ts';
import { installReferralProgram } from './referrals/manage-program.ts';
import { referralPublicRoutes } from './referrals/public-routes.ts';
import { createRewardCodes } from './referrals/reward-code.ts';
import { referralRoutes } from './referrals/routes.ts';
import { createRefreshFiguresLane } from './reports/refresh-figures.ts';
import { reportsRoutes } from './reports/routes.ts';
import { exportRewards } from './rewards/door.ts';
import { createRewardLanes } from './rewards/jobs.ts';
import { createRewardFacts } from './rewards/mail-facts.ts';
import { rewardPublicRoutes } from './rewards/public-routes.ts';
import { rewardRoutes } from './rewards/routes.ts';
import { exportMemberships } from './segments/door.ts';
import { findMemberIds } from './segments/find-member-ids.ts';
import { installSegmentPresets } from './segments/install-segment-presets.ts';
import { createSegmentLanes } from './segments/jobs.ts';
import { segmentsRoutes } from './segments/routes.ts';
import { createDefinitionCache } from './sequences/definition-cache.ts';
import { exportEnrollments } from './sequences/door.ts';
import { createLacksFinder } from './sequences/find-lacks.ts';
import { findSegmentUses } from './sequences/find-segment-uses.ts';
import { installPlaybook } from './sequences/install-playbook.ts';
import { createAdvanceLane, createReactLane } from './sequences/jobs.ts';
import { sequencesRoutes } from './sequences/routes.ts';
import type { StoreInstaller } from './stores/create-store.ts';
import { authorizeRoutes } from './stores/authorize/authorize-routes.ts';
import { returnRoutes } from './stores/authorize/return-routes.ts';
import { createPlatformConnector } from './stores/connect-platform.ts';
import { connectionsRoutes } from './stores/connections-routes.ts';
import { storesRoutes } from './stores/routes.ts';
import { settingsRoutes } from './stores/settings-routes.ts';
import { storefrontRoutes } from './stores/storefront-routes.ts';
import { createPullLanes } from './sync/pulls/jobs.ts';
import { pullsRoutes } from './sync/pulls/routes.ts';
import { syncRoutes } from './sync/routes.ts';
import { createPlatformWatch } from './sync/watch-platforms.ts';
import { version } from './version.ts';

/** What the rooms bring to the instance. */
export interface Rooms {
  readonly installers: readonly StoreInstaller[];
  readonly lanes: readonly Lane[];
  readonly apiRoutes: readonly FastifyPluginAsync[];
  readonly publicRoutes: readonly FastifyPluginAsync[];
  readonly fastRoutes: readonly FastifyPluginAsync[];
  /** The way of every webhook: verified, kept, and only then accepted. */
  readonly acceptWebhook: WebhookAcceptor;
  close(): Promise<void>;
}

export interface RoomsOptions {
  readonly countAcceptance: (acceptance: string) => void;
  /** One that is at work already, where somebody could not wait; else the rooms make their own. */
  readonly compiler?: TemplateCompiler;
}

/** What each room keeps about a customer, under the name it has in their export. */
export const exportParts: ExportParts = {
  segments: exportMemberships,
  remarks: exportRemarks,
  sequences: exportEnrollments,
  messages: exportMessages,
  suppressions: exportSuppressions,
  advocateLink: exportAdvocateLink,
  referrals: exportReferrals,
  rewards: exportRewards,
};

/** Furnishes the house: every room's lanes, routes and gifts to a new store, left to right. */
export function composeRooms(
  foundation: Foundation,
  { countAcceptance, compiler = createTemplateCompiler() }: RoomsOptions,
): Rooms {
  const { database, directory, sealer, adapters, adapterContext, nudges, config, log, keyRing } = foundation;
  const { publicUrl, leaseMs } = config;

  const accept = createWebhookAcceptor({
    database,
    directory,
    adapters,
    wallClockMs: () => Date.now(),
    onAccepted: () => nudges.nudge('intake'),
  });
  const acceptWebhook: WebhookAcceptor = async (hookToken, request) => {
    const acceptance = await accept(hookToken, request);
    countAcceptance(acceptance);
    return acceptance;
  };

  const installers: readonly StoreInstaller[] = [
    (tx, store) => installSegmentPresets(tx, store.id),
    (tx, store) => installPlaybook(tx, store.id),
    async (tx, store) => void (await installTemplates(tx, store.id, compiler, playbookTemplates)),
    installReferralProgram,
  ];

  const tokens = createMessageTokens(deriveKey(keyRing, 'unsubscribe links'));
  const checkInTokens = createMessageTokens(deriveKey(keyRing, 'check-in links'));
  const accounts = createMailAccounts({ directory, adapters, adapterContext });
  const advocateLink = createAdvocateLink(publicUrl);
  const rewardCodes = createRewardCodes(deriveKey(keyRing, 'reward codes'));
  const learnPrior = createPriorTeacher(database, directory.storeIds);
  const watch = createPlatformWatch({ database, directory, sealer, adapters, adapterContext, publicUrl });
  const deciding = { database, definitions: createDefinitionCache(), log };

  return {
    installers,
    lanes: [
      createPurgeLane({ database }),
      createApplyDeliveriesLane({
        database,
        log,
        platformAdapter: adapters.findPlatformAdapter,
        connectionConfig: async (storeId, connectionId) =>
          (await directory.findConnection(storeId, connectionId))?.config ?? null,
        connectPlatform: createPlatformConnector({ directory, adapters, adapterContext }),
        thinAdapterIds: adapters.platformAdapters
          .filter(({ capabilities }) => capabilities.thinWebhooks === true)
          .map(({ id }) => id),
      }),
      ...createPullLanes({
        database,
        directory,
        adapters,
        adapterContext,
        log,
        leaseMs,
        monotonicMs: () => performance.now(),
      }),
      ...watch.lanes,
      ...createCartLanes({ database }),
      createEraseLeftStoresLane({ database }),
      ...createForecastLanes({
        database,
        models: createModelShelf(database, learnPrior),
        learnPrior,
        monotonicMs: () => performance.now(),
      }),
      ...createSegmentLanes({ database }),
      createForgetLane({ database }),
      createReactLane(deciding),
      createAdvanceLane(deciding),
      createCompleteLettersLane({ database, compiler, templates: playbookTemplates }),
      ...createDeliveryLanes({
        database,
        directory,
        adapters,
        accounts,
        leaseMs,
        providerTimeoutMs: adapterContext.timeoutMs,
        policy: defaultSendPolicy,
        library: createTemplateLibrary(),
        tokens,
        checkInTokens,
        publicUrl,
        facts: [createReferralFacts(publicUrl), createRewardFacts(directory)],
      }),
      ...createReferralLanes(database),
      ...createRewardLanes({
        database,
        directory,
        adapters,
        adapterContext,
        rewardCodes,
        leaseMs,
        monotonicMs: () => performance.now(),
      }),
      createRefreshFiguresLane({ database, monotonicMs: () => performance.now() }),
    ],
    apiRoutes: [
      storesRoutes({ database, directory, installers }),
      connectionsRoutes({ database, directory, sealer, adapters, publicUrl, adapterContext }),
      settingsRoutes({ database, directory, sealer, adapters, adapterContext }),
      authorizeRoutes({ database, directory, sealer, adapters, publicUrl }),
      storefrontRoutes({ database, publicUrl, adapters }),
      intakeRoutes({ database, nudges }),
      putAsideRoutes({ database }),
      dataRequestRoutes({ database }),
      privacyRoutes({ database, exportParts }),
      customersRoutes({ database, findMembers: findMemberIds }),
      customerSearchRoutes({ database, directory }),
      orderSearchRoutes({ database, directory }),
      forecastRoutes({ database }),
      syncRoutes({ database, adapters }),
      pullsRoutes({ database, adapters }),
      ...watch.routes,
      segmentsRoutes({ database, findUses: findSegmentUses }),
      casesRoutes({ database }),
      sequencesRoutes({
        database,
        findTemplateKeys: readTemplateKeys,
        findLacks: createLacksFinder({ database, directory, adapters, findKeysNaming: readKeysNaming }),
      }),
      deliveryRoutes({ database, compiler }),
      referralRoutes({ database, directory, adapters, advocateLink }),
      rewardRoutes({ database }),
      reportsRoutes({ database, directory, adapters }),
      instanceRoutes({ kind: foundation.kind, version }),
      firstStoreRoutes({ database, sealer, deliver: acceptWebhook }),
    ],
    publicRoutes: [
      returnRoutes({ database, directory, sealer, adapters, adapterContext }),
      cartStorefrontRoutes({ database, directory }),
      unsubscribeRoutes({ database, directory, tokens }),
      checkInRoutes({ database, directory, checkInTokens }),
      referralPublicRoutes({ database, directory, rewardCodes }),
      rewardPublicRoutes({ database, directory }),
    ],
    fastRoutes: [(app) => hooks(app, { acceptWebhook })],
    acceptWebhook,
    close: async () => {
      await accounts.close();
    },
  };
}
