import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { playbookTemplates } from '@regulars/core/sequences';
import { dayMs, hourMs, type SequenceId } from '@regulars/core/shared';
import { openCartWorld, type CartWorld } from '../../test-support/open-cart-world.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { installSegmentPresets } from '../segments/door.ts';
import { advanceEnrollments } from './advance-enrollments.ts';
import { createDefinitionCache } from './definition-cache.ts';
import { installPlaybook } from './install-playbook.ts';
import { reactToEvents } from './react-to-events.ts';
import { resumeSequence } from './switch-sequence.ts';

let opened: OpenTestDatabase;
let world: CartWorld;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  world = await openCartWorld(opened);
});

describe('the cart reminder', () => {
  const templates = () =>
    world.query(sql<{ template: string; state: string; reason: string | null }>`
      select payload->>'templateKey' as template, state, reason from effect
      where payload->>'templateKey' like 'cart-%' order by created_at, key`);
  const deps = () => ({
    database: opened.database,
    definitions: createDefinitionCache(),
    log: pino({ level: 'silent' }),
    findTemplateKeys: async () => new Set(playbookTemplates.map(({ key }) => key)),
  });
  const react = () => reactToEvents(deps(), world.storeId);
  const advance = () => advanceEnrollments(deps(), world.storeId);

  beforeEach(async () => {
    await opened.database.withStore(world.storeId, async (tx) => {
      await installSegmentPresets(tx, world.storeId);
      await installPlaybook(tx, world.storeId);
    });
  });
  const switchOn = async () => {
    const [sequence] = await world.query(sql<{ id: SequenceId }>`select id from sequence where key = 'cart-reminder'`);
    if (sequence === undefined) throw new Error('There is no cart reminder.');
    await resumeSequence(deps(), world.storeId, sequence.id);
  };

  it('is off until it is switched on', async () => {
    await world.checkout();
    world.pass(2 * hourMs);
    await world.abandon();
    await react();
    world.pass(dayMs);
    expect(await advance()).toBe(0);
  });

  it('plans a mail about the cart; an order calls off what has not gone, and nothing follows', async () => {
    await switchOn();
    await world.checkout();
    world.pass(2 * hourMs);
    await world.abandon();
    await react();
    world.pass(dayMs);
    expect(await advance()).toBe(1);
    expect(await templates()).toEqual([{ template: 'cart-reminder', state: 'planned', reason: null }]);
    const [payload] = await world.query(sql<{ isAbout: boolean }>`
      select e.payload->>'cartId' = c.id::text as "isAbout" from effect e, cart c where e.payload->>'templateKey' = 'cart-reminder'`);
    expect(payload).toEqual({ isAbout: true });
    await world.order();
    await react();
    expect(await templates()).toMatchObject([{ template: 'cart-reminder', state: 'cancelled' }]);
    world.pass(5 * dayMs);
    await advance();
    expect(await templates()).toHaveLength(1);
    expect(await world.told()).toEqual(['cartAbandoned', 'cartRecovered']);
  });

  it('rests for a fortnight: the next cart that is left begins nothing', async () => {
    await switchOn();
    await world.checkout();
    world.pass(2 * hourMs);
    await world.abandon();
    await react();
    world.pass(3 * dayMs);
    await world.checkout({ id: 8 });
    world.pass(2 * hourMs);
    await world.abandon();
    await react();
    const begun = await world.query(
      sql`select from enrollment e join sequence s on s.id = e.sequence_id where s.key = 'cart-reminder'`,
    );
    expect(begun).toHaveLength(1);
    expect(await world.told()).toEqual(['cartAbandoned', 'cartAbandoned']);
  });
});
