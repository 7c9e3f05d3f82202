import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CustomerId, EffectId } from '@regulars/core/shared';
import { startReferralWorld, type ReferralWorld } from '../../test-support/start-referral-world.ts';
import { parseMailRequest } from '../delivery/mail-request.ts';
import type { PlannedMail } from '../delivery/door.ts';
import { newId } from '../foundation/ids.ts';
import { ensureCustomer } from '../customers/door.ts';
import type { Tx } from '../foundation/database/database.ts';
import { createReferralFacts } from '../referrals/mail-facts.ts';
import { createRewardFacts } from './mail-facts.ts';

let world: ReferralWorld;
beforeEach(async () => {
  world = await startReferralWorld();
});
afterEach(() => world.close());

const lentTo = async (mail: PlannedMail) =>
  (
    await world.database.withStore(world.store.id, (tx) =>
      createRewardFacts(world.directory).collect(tx, world.store.id, [mail]),
    )
  ).get(mail.effectId);

async function plannedMail(templateKey: string): Promise<PlannedMail> {
  const [row] = await world.rows(sql<{ effectId: EffectId; customerId: CustomerId; payload: unknown }>`
    select id as "effectId", customer_id as "customerId", payload from effect where kind = 'mail' and payload->>'templateKey' = ${templateKey}`);
  const request = parseMailRequest(row?.payload);
  if (row === undefined || request === null) throw new Error(`No readable mail ${templateKey} was planned.`);
  return { ...row, request, locale: 'en' };
}

it('a notice is lent the code, its worth and its last day, in the language of the letter', async () => {
  await world.claim('ben@example.org');
  await world.settle();
  const mail = await plannedMail('friend-welcome');
  const [{ code } = { code: '' }] = await world.rows(sql<{ code: string }>`select code from reward`);
  expect(await lentTo(mail)).toMatchObject({ reward: { code, description: '10% off your first order' } });
  expect(await lentTo({ ...mail, locale: 'nl' })).toMatchObject({
    reward: { description: '10% korting op je eerste bestelling' },
  });
  expect(await lentTo({ ...mail, locale: 'de-AT' })).toMatchObject({
    reward: { description: '10\u00a0% Rabatt auf Ihre erste Bestellung' },
  });
});

it('a letter waits while its code is being made, and goes without one that was taken back', async () => {
  await world.claim('ben@example.org');
  await world.settle();
  const mail = await plannedMail('friend-welcome');
  await world.rows(sql`update reward set state = 'issuing'`);
  expect(await lentTo(mail)).toBe('notReady');
  await world.rows(sql`update reward set state = 'revoked'`);
  expect(await lentTo(mail)).toBeUndefined();
});

it('a letter of a sequence is lent the latest reward its enrollment was given', async () => {
  const enrollmentId = newId<'Enrollment'>();
  await world.database.withStore(world.store.id, (tx) =>
    sql`
      insert into reward (store_id, id, customer_id, source, side, code, terms, state, external_id, expires_at)
      values (${world.store.id}, ${newId()}, ${world.advocateId}, ${`enrollment:${enrollmentId}:gift:1`}, 'sequence', 'THANKS-1',
              ${JSON.stringify({ kind: 'fixed', amountMinor: 500, validDays: 30 })}::jsonb, 'issued', '1', '2027-01-31T12:00:00Z')`.execute(
      tx,
    ),
  );
  const enrollment = {
    enrollmentId,
    sequenceId: newId<'Sequence'>(),
    sequenceKey: 'thanks',
    stepId: 'letter',
    visit: 1,
  };
  const request = { templateKey: 'gift', purpose: 'marketing' as const, orderId: null, enrollment };
  const lent = await lentTo({
    effectId: newId(),
    customerId: world.advocateId,
    request,
    payload: request,
    locale: 'en',
  });
  expect(lent).toEqual({
    reward: { code: 'THANKS-1', description: '€5.00 off your next order', expires_on: 'January 31, 2027' },
  });
});

/** The transaction, and how many statements went through it. */
function counting(tx: Tx) {
  const statements = { count: 0 };
  const executor = new Proxy(tx.getExecutor(), {
    get: (target, name) => {
      if (name === 'executeQuery') statements.count += 1;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { statements, tx: { getExecutor: () => executor } as unknown as Tx };
}

it('a hundred letters are lent their links by a few statements, each reader their own, and the same again', async () => {
  const facts = createReferralFacts('https://regulars.example');
  const request = { templateKey: 'invite', purpose: 'marketing' as const, orderId: null, enrollment: null };
  await world.database.withStore(world.store.id, async (real, now) => {
    const mails: PlannedMail[] = [];
    for (let n = 0; n < 50; n += 1) {
      const person = { email: `reader-${n}@example.org`, firstName: 'Zoë', locale: null, saidYesAt: null };
      const customerId = await ensureCustomer(real, world.store.id, person, now);
      const mail = { customerId, request, payload: request, locale: 'en' };
      mails.push({ ...mail, effectId: newId() }, { ...mail, effectId: newId() });
    }
    const { tx, statements } = counting(real);
    const lent = await facts.collect(tx, world.store.id, mails);
    expect(statements.count).toBeLessThanOrEqual(8);
    expect(lent.size).toBe(100);
    expect(new Set([...lent.values()].map((given) => JSON.stringify(given))).size).toBe(50);
    expect(await facts.collect(tx, world.store.id, mails)).toEqual(lent);
  });
});

it('every letter can hold the reader’s own link', async () => {
  const facts = createReferralFacts('https://regulars.example');
  const request = { templateKey: 'invite', purpose: 'marketing' as const, orderId: null, enrollment: null };
  const mail: PlannedMail = {
    effectId: newId(),
    customerId: world.advocateId,
    request,
    payload: request,
    locale: 'en',
  };
  const lent = await world.database.withStore(world.store.id, (tx) => facts.collect(tx, world.store.id, [mail]));
  expect(lent.get(mail.effectId)).toEqual({ referral: { link: `https://regulars.example/r/${world.slug}` } });
});
