import type { FastifyPluginAsync } from 'fastify';
import type { Foundation } from './compose-foundation.ts';
import { firstStoreRoutes } from './first-store/routes.ts';
import type { Lane } from './foundation/lanes/lane.ts';
import { createWebhookAcceptor } from './intake/accept-webhook.ts';
import { hooks } from './intake/hooks.ts';
import { createPurgeLane } from './intake/jobs.ts';
import { intakeRoutes } from './intake/routes.ts';
import { deriveKey } from './foundation/secrets/key-ring.ts';
import { createAdvocateLink, createRewardCodes } from './referrals/door.ts';
import { createReferralLanes } from './referrals/jobs.ts';
import { installReferralProgram } from './referrals/manage-program.ts';
import { referralPublicRoutes } from './referrals/public-routes.ts';
import { referralRoutes } from './referrals/routes.ts';
import { createRewardLanes } from './rewards/jobs.ts';
import { rewardPublicRoutes } from './rewards/public-routes.ts';
import { rewardRoutes } from './rewards/routes.ts';
import type { StoreInstaller } from './stores/create-store.ts';
import { storesRoutes } from './stores/routes.ts';

/** What the rooms bring to the instance. */
export interface Rooms {
  readonly installers: readonly StoreInstaller[];
  readonly lanes: readonly Lane[];
  readonly apiRoutes: readonly FastifyPluginAsync[];
  readonly publicRoutes: readonly FastifyPluginAsync[];
  readonly fastRoutes: readonly FastifyPluginAsync[];
}

export interface RoomsOptions {
  readonly countAcceptance: (acceptance: string) => void;
}

/** Furnishes the house: every room's lanes, routes and gifts to a new store, left to right. */
export function composeRooms(foundation: Foundation, { countAcceptance }: RoomsOptions): Rooms {
  const { database, directory, sealer, adapters, adapterContext, nudges, config } = foundation;

  const accept = createWebhookAcceptor({
    database,
    directory,
    adapters,
    wallClockMs: () => Date.now(),
    onAccepted: () => nudges.nudge('intake'),
  });
  const acceptWebhook: typeof accept = async (hookToken, request) => {
    const acceptance = await accept(hookToken, request);
    countAcceptance(acceptance);
    return acceptance;
  };

  const advocateLink = createAdvocateLink(config.publicUrl);
  const rewardCodes = createRewardCodes(deriveKey(foundation.keyRing, 'reward codes'));
  const monotonicMs = () => performance.now();

  const installers: StoreInstaller[] = [installReferralProgram];
  const stores = { database, directory, sealer, adapters, installers };

  return {
    installers,
    lanes: [
      createPurgeLane({ database }),
      ...createReferralLanes(database),
      ...createRewardLanes({ database, directory, adapters, adapterContext, rewardCodes, monotonicMs }),
    ],
    apiRoutes: [
      storesRoutes({ ...stores, publicUrl: config.publicUrl, adapterContext }),
      intakeRoutes({ database, nudges }),
      firstStoreRoutes({ database, sealer, deliver: acceptWebhook }),
      referralRoutes({ database, directory, advocateLink }),
      rewardRoutes({ database }),
    ],
    publicRoutes: [referralPublicRoutes({ database, directory, rewardCodes }), rewardPublicRoutes({ database, directory })],
    fastRoutes: [(app) => hooks(app, { acceptWebhook })],
  };
}
