import assert from 'node:assert/strict';
import type { DiscountCode } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { assertEndsInTime, assertFails, assertTellsNone } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { toContext, withConnection, type PlatformHarness } from './platform-harness.ts';

/** How long an answer is waited for that does not come. */
const patienceMs = 1_000;

/** What the kit asks for where nothing depends on it. */
export const wish: DiscountCode = {
  code: 'KIT-7F3K-9Q',
  rewardId: '01930000-0000-7000-8000-0000000000aa',
  discount: { kind: 'percent', percent: 10 },
  usageLimit: 1,
  expiresAt: toInstant(Date.UTC(2031, 0, 31, 22, 59, 59)),
  minimumSpend: null,
  restrictedToEmail: null,
  description: 'Made by the conformance kit',
};

/** For adapters that declare `discountCodes`: a code is made once, and nobody is ever told a guess. */
export function discountClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const { adapter } = harness;
  return [
    clause('access.right_key', 'Access is checked with the right credentials and succeeds.', () =>
      withConnection(harness, async (connection) => {
        await connection.checkAccess();
      }),
    ),
    clause('access.wrong_key', 'Wrong credentials are told as such, and the world is unchanged.', () =>
      withConnection(
        harness,
        async (connection, upstream) => {
          const error = await assertFails(() => connection.createDiscountCode(wish), {
            outcome: 'notDone',
            kind: 'unauthenticated',
          });
          assertTellsNone(error, upstream.secrets);
          assert.deepEqual(upstream.listCodes(), []);
        },
        (upstream) => upstream.wrongConfig,
      ),
    ),
    clause('connect.harmless', 'Connecting neither throws nor calls anybody; what is wrong shows in the call.', () =>
      withConnection(harness, async (_connection, upstream) => {
        await adapter.connect(upstream.config, { timeoutMs: patienceMs, allowPrivateNetwork: false }).close();
      }),
    ),
    clause('discount.made_once', 'A discount code is made under the code that was asked for, and marked as ours.', () =>
      withConnection(harness, async (connection, upstream) => {
        const made = await connection.createDiscountCode(wish);
        assert.equal(made.code.toLowerCase(), wish.code.toLowerCase());
        assert.deepEqual([made.rewardId, made.timesUsed, made.externalId.length > 0], [wish.rewardId, 0, true]);
        assert.equal(upstream.listCodes().length, 1);
      }),
    ),
    clause('discount.found', 'A code is found in any case as what was made; one that does not exist is null.', () =>
      withConnection(harness, async (connection) => {
        const made = await connection.createDiscountCode(wish);
        assert.deepEqual(await connection.findDiscountCode(wish.code), made);
        assert.deepEqual(await connection.findDiscountCode(wish.code.toLowerCase()), made);
        assert.equal(await connection.findDiscountCode('KIT-ABSENT'), null);
      }),
    ),
    clause('discount.duplicate_refused', 'A code that exists already is refused as invalid, and none is made.', () =>
      withConnection(harness, async (connection, upstream) => {
        await connection.createDiscountCode(wish);
        const other = { ...wish, code: wish.code.toLowerCase(), rewardId: '01930000-0000-7000-8000-0000000000bb' };
        await assertFails(() => connection.createDiscountCode(other), { outcome: 'notDone', kind: 'invalid' });
        assert.equal(upstream.listCodes().length, 1);
      }),
    ),
    clause('discount.deleted', 'A deleted code is gone, and its code can be made again.', () =>
      withConnection(harness, async (connection, upstream) => {
        const { externalId } = await connection.createDiscountCode(wish);
        await connection.deleteDiscountCode(externalId);
        assert.deepEqual(upstream.listCodes(), []);
        assert.equal(await connection.findDiscountCode(wish.code), null);
      }),
    ),
    clause(
      'outcome.lost_answer_unknown',
      'When the answer is lost the outcome is unknown, and a look-up settles it: exactly one code was made.',
      () =>
        withConnection(harness, async (connection, upstream) => {
          upstream.failNextWrite({ kind: 'resetAfter' });
          const error = await assertFails(() => connection.createDiscountCode(wish), { outcome: 'unknown' });
          assertTellsNone(error, upstream.secrets);
          assert.equal(upstream.listCodes().length, 1);
          assert.equal((await connection.findDiscountCode(wish.code))?.rewardId, wish.rewardId);
        }),
    ),
    clause(
      'outcome.late_answer_unknown',
      'When the answer comes too late the outcome is unknown, and the call ends in its time.',
      () =>
        withConnection(harness, async (_connection, upstream) => {
          const hasty = adapter.connect(upstream.config, toContext(upstream, patienceMs));
          upstream.failNextWrite({ kind: 'delayAfter', delayMs: 60_000 });
          await assertEndsInTime(
            () => assertFails(() => hasty.createDiscountCode(wish), { outcome: 'unknown' }),
            patienceMs,
          );
          await hasty.close();
        }),
    ),
    clause(
      'outcome.dripping_answer_unknown',
      'An answer that comes byte by byte without end does not hold the call beyond its time.',
      () =>
        withConnection(harness, async (_connection, upstream) => {
          const hasty = adapter.connect(upstream.config, toContext(upstream, patienceMs));
          upstream.failNextWrite({ kind: 'dripAfter', everyMs: 50 });
          await assertEndsInTime(
            () => assertFails(() => hasty.createDiscountCode(wish), { outcome: 'unknown' }),
            patienceMs,
          );
          await hasty.close();
        }),
    ),
    clause(
      'outcome.server_error_unknown',
      'A server error after the work leaves the outcome unknown, and nothing is repeated by the adapter.',
      () =>
        withConnection(harness, async (connection, upstream) => {
          upstream.failNextWrite({ kind: 'answerAfter', status: 500, body: '{"message":"oops"}' });
          await assertFails(() => connection.createDiscountCode(wish), { outcome: 'unknown' });
          assert.equal(upstream.listCodes().length, 1);
        }),
    ),
    clause('outcome.limit_not_done', "A limit is told with the upstream's wish, and nothing was done.", () =>
      withConnection(harness, async (connection, upstream) => {
        upstream.failNextWrite({
          kind: 'answerInstead',
          status: 429,
          headers: { 'retry-after': '30' },
          body: '{"message":"slow down"}',
        });
        const error = await assertFails(() => connection.createDiscountCode(wish), {
          outcome: 'notDone',
          kind: 'rateLimited',
        });
        assert.equal(error.retryAfterMs, 30_000);
        assert.deepEqual(upstream.listCodes(), []);
      }),
    ),
    clause('outcome.redirect_not_done', 'A redirect is not followed: it is a wrong address.', () =>
      withConnection(harness, async (connection, upstream) => {
        upstream.failNextWrite({ kind: 'answerInstead', status: 301, headers: { location: 'http://127.0.0.1:9/' } });
        await assertFails(() => connection.createDiscountCode(wish), { outcome: 'notDone', kind: 'misconfigured' });
      }),
    ),
  ];
}
