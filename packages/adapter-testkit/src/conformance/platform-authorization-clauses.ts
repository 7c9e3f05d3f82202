import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AuthorizationReturn, Loan, PlatformAuthorization } from '@regulars/adapter-contracts';
import { assertFails } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { toContext, type PlatformHarness, type PlatformUpstream } from './platform-harness.ts';

const back = { returnUrl: 'https://regulars.example/return', callbackUrl: 'https://regulars.example/callback' };

/** What a platform promises that can be connected with one click. */
export function authorizationClauses<Config>(
  harness: PlatformHarness<Config>,
  authorization: PlatformAuthorization<Config>,
): readonly Clause[] {
  /** A merchant who was sent to the upstream, allowed it, and came back. */
  async function withMerchant(
    work: (merchant: Merchant<Config>, upstream: PlatformUpstream<Config>) => Promise<void>,
  ): Promise<void> {
    const upstream = await harness.startUpstream?.();
    if (upstream?.authorize === undefined)
      throw new Error(`${harness.adapter.id} has an authorization; its harness needs an upstream with authorize.`);
    const { settings, allow } = upstream.authorize;
    try {
      const state = randomUUID();
      const url = authorization.toUrl(settings, { ...back, state });
      const answer = { ...(await allow(url)), state };
      await work({ settings, answer, loan: toLoan() }, upstream);
    } finally {
      await upstream.close();
    }
  }

  const complete = ({ settings, answer, loan }: Merchant<Config>, upstream: PlatformUpstream<Config>) =>
    authorization.complete(settings, answer, { ...toContext(upstream), loan });

  return [
    clause('authorization.serves', 'Who allowed it and came back is connected with a configuration that serves.', () =>
      withMerchant(async (merchant, upstream) => {
        const config = await complete(merchant, upstream);
        assert.ok(
          harness.adapter.configSchema.safeParse(config).success,
          'The configuration is refused by its schema.',
        );
        assert.ok(authorization.settingsSchema.safeParse(config).success, 'It cannot be used to connect again.');
        const connection = harness.adapter.connect(config, { ...toContext(upstream), loan: merchant.loan });
        try {
          await connection.checkAccess();
        } finally {
          await connection.close();
        }
      }),
    ),
    clause('authorization.state_returns', 'The state is in the query with which the merchant comes back.', () =>
      withMerchant(async ({ answer }) => {
        assert.equal(answer.query['state'], answer.state);
      }),
    ),
    clause(
      'authorization.other_state_refused',
      'What answers another question gives no access, and lends nothing.',
      () =>
        withMerchant(async (merchant, upstream) => {
          for (const state of [randomUUID(), '']) {
            const forged = { ...merchant, answer: { ...merchant.answer, state } };
            await assertFails(() => complete(forged, upstream), { outcome: 'notDone', kind: 'unauthenticated' });
          }
          assert.equal(await merchant.loan.read(), null);
        }),
    ),
    clause('authorization.empty_refused', 'Who comes back with nothing but the state gets no access.', () =>
      withMerchant(async (merchant, upstream) => {
        const { state } = merchant.answer;
        const empty = { ...merchant, answer: { state, query: { state }, callback: null } };
        await assertFails(() => complete(empty, upstream), { outcome: 'notDone' });
        assert.equal(await merchant.loan.read(), null);
      }),
    ),
    clause('authorization.callback_nonsense_refused', 'A post that is no grant is refused.', () => {
      for (const nonsense of ['', 'null', '[]', '{}', 'key=1'])
        assert.ok(!(authorization.parseCallback?.(Buffer.from(nonsense)).ok ?? false));
    }),
  ];
}

interface Merchant<Config> {
  readonly settings: NonNullable<PlatformUpstream<Config>['authorize']>['settings'];
  readonly answer: AuthorizationReturn;
  readonly loan: Loan;
}

function toLoan(): Loan {
  let kept: string | null = null;
  return { read: async () => kept, write: async (value) => void (kept = value) };
}
