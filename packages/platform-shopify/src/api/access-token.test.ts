import type { AdapterContext, Loan } from '@regulars/adapter-contracts';
import { startFakeShopify, type FakeShopify, adapterErrorOf } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectTo } from '../../test/store.ts';
import type { ShopifyConfig } from '../config.ts';

let nowMs = 1_795_300_000_000;
let store: FakeShopify;
beforeEach(async () => {
  nowMs = 1_795_300_000_000;
  store = await startFakeShopify({ nowMs: () => nowMs });
});
afterEach(() => store.close());

function keep(value: string | null = null): Loan & { kept: string | null } {
  const loan = {
    kept: value,
    read: async () => loan.kept,
    write: async (next: string) => {
      loan.kept = next;
    },
  };
  return loan;
}

const connectBy = (
  access: ShopifyConfig['access'],
  loan: Loan,
  changes: Partial<ShopifyConfig> = {},
  context: Partial<AdapterContext> = {},
) =>
  connectTo(
    store,
    { loan, now: () => nowMs as never, wait: async () => undefined, ...context },
    { access, accessToken: undefined, clientId: store.clientId, clientSecret: store.clientSecret, ...changes },
  );

const asked = (path: string): number => store.requests.filter((request) => request.path === path).length;
const tokenPath = '/admin/oauth/access_token';

/** What an installation leaves: a token of an hour, and the refresh token beside it. */
function installed(): string {
  const { accessToken, refreshToken } = store.tokens.issueExpiring();
  return JSON.stringify({ accessToken, refreshToken, endsAtMs: nowMs + 3_600_000 });
}

test('a token of the app’s own credentials is fetched once and lasts its day, for all who share the loan', async () => {
  const loan = keep();
  await connectBy('clientCredentials', loan).checkAccess();
  await connectBy('clientCredentials', loan).checkAccess();
  expect(asked(tokenPath)).toBe(1);
  nowMs += 24 * 3_600_000;
  await connectBy('clientCredentials', loan).checkAccess();
  expect(asked(tokenPath)).toBe(2);
});

test('an installed app’s token is renewed before it ends, and the refresh token with it', async () => {
  const loan = keep(installed());
  const connection = connectBy('oauth', loan);
  await connection.checkAccess();
  expect(asked(tokenPath)).toBe(0);
  for (let hour = 0; hour < 3; hour += 1) {
    // A minute before it ends.
    nowMs += 3_540_000;
    await connection.checkAccess();
  }
  expect(asked(tokenPath)).toBe(3);
});

test('a token that ends midway is renewed and the call done, once', async () => {
  const loan = keep(installed());
  const connection = connectBy('oauth', loan);
  await connection.checkAccess();
  store.tokens.endTokens();
  expect(await connection.findDiscountCode('X')).toBeNull();
  expect(asked(tokenPath)).toBe(1);
});

test('a token that another process renewed is taken over, and not renewed again', async () => {
  const stale = installed();
  store.tokens.endTokens();
  const fresh = installed();
  const kept = [stale, fresh];
  const loan: Loan = { read: async () => kept.shift() ?? fresh, write: async () => undefined };
  await connectBy('oauth', loan).checkAccess();
  expect([asked('/admin/api/2026-10/graphql.json'), asked(tokenPath)]).toEqual([2, 0]);
});

test('a refresh token that another process has just spent is no end of access', async () => {
  const stale = JSON.stringify({ accessToken: 'shpat_old', refreshToken: 'shprt_spent', endsAtMs: nowMs });
  const fresh = installed();
  const kept = [stale, fresh];
  const loan: Loan = { read: async () => kept.shift() ?? fresh, write: async () => undefined };
  await connectBy('oauth', loan).checkAccess();
  expect(asked(tokenPath)).toBe(1);
});

test('a refresh token that another process spent is no end of access, though that keeps the new one a little later', async () => {
  const loan = keep(JSON.stringify({ accessToken: 'shpat_old', refreshToken: 'shprt_spent', endsAtMs: nowMs }));
  const fresh = installed();
  let pauses = 0;
  const wait = async () => {
    pauses += 1;
    if (pauses === 2) loan.kept = fresh;
  };
  await connectBy('oauth', loan, {}, { wait }).checkAccess();
  expect([pauses, asked(tokenPath)]).toEqual([2, 1]);
});

test('an uninstalled app is told as such, after one try at another token', async () => {
  const loan = keep(installed());
  store.tokens.endTokens();
  loan.kept = JSON.stringify({ ...(JSON.parse(loan.kept ?? '') as object), refreshToken: 'shprt_spent' });
  expect(await adapterErrorOf(connectBy('oauth', loan).checkAccess())).toMatchObject({
    kind: 'unauthenticated',
    outcome: 'notDone',
  });
  expect(asked(tokenPath)).toBe(1);
});

test('an app that was never installed is misconfigured, and nobody is called', async () => {
  expect(await adapterErrorOf(connectBy('oauth', keep()).checkAccess())).toMatchObject({ kind: 'misconfigured' });
  expect(await adapterErrorOf(connectBy('none', keep()).checkAccess())).toMatchObject({ kind: 'misconfigured' });
  expect(store.requests).toEqual([]);
});

test('a wrong secret is refused, and neither it nor any token is told', async () => {
  const clientSecret = 'shpss_ffffffffffffffffffffffffffffffff';
  const error = await adapterErrorOf(connectBy('clientCredentials', keep(), { clientSecret }).checkAccess());
  expect(error).toMatchObject({ kind: 'unauthenticated', outcome: 'notDone' });
  expect(JSON.stringify(error) + String(error.stack) + String(error.cause)).not.toMatch(/shp(ss|at|rt)_/);
});

test('a loan of nonsense is as good as none', async () => {
  const loan = keep('{"accessToken":7}');
  await connectBy('clientCredentials', loan).checkAccess();
  expect(asked(tokenPath)).toBe(1);
});
