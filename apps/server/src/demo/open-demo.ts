import type { PlatformAdapter } from '@regulars/adapter-contracts';
import type { Logger } from 'pino';
import { playbookTemplates } from '@regulars/core/sequences';
import type { Instant } from '@regulars/core/shared';
import { builtInMail } from '../built-in-mail.ts';
import { composeFoundation, type Foundation } from '../compose-foundation.ts';
import { composeRooms } from '../compose-rooms.ts';
import type { Config } from '../config.ts';
import { createTemplateCompiler, type TemplateCompiler } from '../delivery/door.ts';
import type { ShiftedClock } from '../foundation/database/clock.ts';
import { keepStatisticsFresh } from '../foundation/database/refresh-statistics.ts';
import { createHealth } from '../health/health.ts';
import { createMetrics } from '../health/metrics.ts';
import { openHttpSide } from '../open-http-side.ts';
import { claimDemo, type DemoClaim } from './claim-demo.ts';
import type { DemoGround } from './demo-ground.ts';
import { createDemoOwner } from './demo-owner.ts';
import { getDemoState, updateDemoState } from './demo-state.ts';
import { createDemo, type Demo } from './demo.ts';
import { ensurePlan } from './ensure-plan.ts';
import { createEntryLink } from './entry-link.ts';
import { demoEntryRoutes } from './entry-routes.ts';
import { installDemoSchema } from './install-schema.ts';
import { placeOrder } from './place-order.ts';
import type { DemoSize } from './plan-demo.ts';
import { demoRoutes } from './routes.ts';
import { createDemoShop } from './shop/demo-shop.ts';

export interface OpenDemo {
  readonly kind: 'opened';
  /** Where it listens. */
  readonly address: string;
  readonly ground: DemoGround;
  readonly demo: Demo;
  /** @param from - the instance from which somebody enters, to which the demo then shows the way back; null for none */
  entryLink(from: string | null): Promise<string>;
  stop(): Promise<void>;
}

/** Another process runs it: there is a way in, and nothing for us to do. */
export interface DemoElsewhere {
  readonly kind: 'runsElsewhere';
  readonly entryLink: string;
}

/** The demo that is there was made with other numbers than those asked for. */
export interface DemoMadeOtherwise {
  readonly kind: 'madeOtherwise';
  /** What is so, and what to do about it. */
  readonly message: string;
}

export interface OpenDemoOptions {
  /** Of the demo itself: its own data folder, its own port, its embedded database. */
  readonly config: Config;
  readonly log: Logger;
  /** What to make a new demo of; what is left out is as usual. */
  readonly size: Partial<DemoSize>;
  /** The day a new demo is made for: its clock stands there once it is filled. */
  readonly madeAt: Instant;
  /** The machine's clock, in milliseconds since the epoch. */
  readonly wallClockMs: () => number;
}

/** Opens the demo's doors; `demo.start()` then fills it, which one can watch from inside. */
export async function openDemo({
  config,
  log,
  size,
  madeAt,
  wallClockMs,
}: OpenDemoOptions): Promise<OpenDemo | DemoElsewhere | DemoMadeOtherwise> {
  const clock: ShiftedClock = { shiftMs: 0 };
  const compiler = createTemplateCompiler();
  // By a worker, while the database is opened: the first store needs the letters. What fails is told to whoever asks then.
  compiler.compile(playbookTemplates).catch(() => undefined);
  const foundation = await composeFoundation({
    config,
    log,
    builtInMail,
    demo: { clock, platformAdapters: (database) => [createDemoShop(database) as PlatformAdapter] },
  });
  try {
    await installDemoSchema(foundation.connectionString);
    const claim = await claimDemo(foundation.connectionString);
    if (claim === null) return await findElsewhere(foundation);
    const message = await ensurePlan(foundation.database, size, madeAt, config.dataDir);
    if (message !== null) {
      await claim.release();
      await foundation.close();
      return { kind: 'madeOtherwise', message };
    }
    await createDemoOwner(foundation.database, foundation.keyRing);
    return await openDoors({ foundation, clock, compiler, claim, wallClockMs });
  } catch (error) {
    await foundation.close();
    throw error;
  }
}

async function findElsewhere(foundation: Foundation): Promise<DemoElsewhere> {
  const { address } = await foundation.database.withDirectory(getDemoState);
  const entryLink = await createEntryLink(foundation.database, address ?? foundation.config.publicUrl);
  await foundation.close();
  return { kind: 'runsElsewhere', entryLink };
}

interface Doors {
  readonly foundation: Foundation;
  readonly clock: ShiftedClock;
  readonly compiler: TemplateCompiler;
  readonly claim: DemoClaim;
  readonly wallClockMs: () => number;
}

async function openDoors({ foundation, clock, compiler, claim, wallClockMs }: Doors): Promise<OpenDemo> {
  const { database, directory, config, nudges } = foundation;
  const metrics = createMetrics({ database, directory });
  const rooms = composeRooms(foundation, { countAcceptance: metrics.countAcceptance, compiler });
  const ground: DemoGround = { ...foundation, rooms, clock };
  const demo = createDemo(ground, wallClockMs);
  let cameFrom: string | null = null;
  const health = createHealth({
    database,
    directory,
    lanes: demo.runningLanes,
    wallClockMs: () => wallClockMs() + clock.shiftMs,
    isRedisReady: () => nudges.isRedisReady(),
  });
  const http = await openHttpSide(foundation, {
    rooms,
    health,
    metrics,
    further: (auth) => ({
      apiRoutes: [
        demoRoutes({
          demo,
          cameFrom: () => cameFrom,
          placeOrder: (demoStore, order) => placeOrder(ground, demoStore, order),
        }),
      ],
      publicRoutes: [demoEntryRoutes(ground, auth)],
    }),
  });
  await database.withDirectory((tx) => updateDemoState(tx, { address: config.publicUrl }));
  const statistics = keepStatisticsFresh(foundation.connectionString);
  return {
    kind: 'opened',
    address: http.address,
    ground,
    demo,
    entryLink: async (from) => {
      cameFrom = from;
      return await createEntryLink(database, config.publicUrl);
    },
    stop: async () => {
      await http.close();
      await demo.stop();
      await rooms.close();
      await statistics.stop();
      await claim.release();
      await foundation.close();
    },
  };
}
