import type { Loan, PulledPage } from '@regulars/adapter-contracts';
import { adapterErrorOf, startFakeShopify, takePages, type FakeShopify } from '@regulars/adapter-testkit';
import { hourMs } from '@regulars/core/shared';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectTo, orderIds } from '../../test/store.ts';
import type { ShopifyConfig } from '../config.ts';

const orders = 60;
const everything = { updatedFrom: null, cursor: null };

let store: FakeShopify;
beforeEach(async () => {
  store = await startFakeShopify();
  for (let n = 0; n < orders; n += 1) store.addOrder({ processedAt: '2026-11-01T00:00:00Z' });
});
afterEach(() => store.close());

/** Reads page by page, and ends every token after each page, as time does. */
async function pullWhileTokensEnd(config: Partial<ShopifyConfig>, loan: Loan): Promise<readonly PulledPage[]> {
  const { clientId } = store;
  const connection = connectTo(
    store,
    { loan, wait: async () => undefined },
    { accessToken: undefined, clientId, ...config },
  );
  const pages: PulledPage[] = [];
  for await (const page of connection.pulls!.orders(everything)) {
    pages.push(page);
    store.tokens.endTokens();
  }
  return pages;
}

function loanOf(initial: string | null): Loan {
  let kept = initial;
  return {
    read: async () => kept,
    write: async (value) => {
      kept = value;
    },
  };
}

test('a pull goes on while the tokens of the app’s own credentials end, with none missing and none twice', async () => {
  const pages = await pullWhileTokensEnd({ access: 'clientCredentials' }, loanOf(null));
  expect(pages.length).toBeGreaterThan(2);
  expect(new Set(orderIds(pages)).size).toBe(orders);
  expect(orderIds(pages)).toHaveLength(orders);
});

test('and while an installed app’s tokens end, each renewed with the one before it', async () => {
  const installed = { ...store.tokens.issueExpiring(), endsAtMs: Date.now() + hourMs };
  const loan = loanOf(JSON.stringify(installed));
  const pages = await pullWhileTokensEnd({ access: 'oauth' }, loan);
  expect(new Set(orderIds(pages)).size).toBe(orders);
});

test('a token that does not end by itself and was revoked ends the pull, and the cursor serves with a new one', async () => {
  const revoked = connectTo(store, {}, { accessToken: 'shpat_revoked' });
  const [first] = await takePages(connectTo(store).pulls!.orders(everything), 1);
  const cursor = first?.next ?? null;
  const error = await adapterErrorOf(takePages(revoked.pulls!.orders({ updatedFrom: null, cursor })));
  expect(error).toMatchObject({ kind: 'unauthenticated', outcome: 'notDone' });
  const rest = await takePages(connectTo(store).pulls!.orders({ updatedFrom: null, cursor }));
  expect(orderIds([...(first === undefined ? [] : [first]), ...rest])).toHaveLength(orders);
});
