import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeMailgun, type FakeMailgun } from '@regulars/adapter-testkit';
import type { MailSuppressions, ProviderSuppression } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { mailgun } from '../mailgun-adapter.ts';

let fake: FakeMailgun;
let suppressions: MailSuppressions;
beforeEach(async () => {
  fake = await startFakeMailgun();
  suppressions = connect(fake.apiKey);
});
afterEach(() => fake.close());

function connect(apiKey: string): MailSuppressions {
  const connection = mailgun.connect(mailgun.configSchema.parse({ apiKey, domain: fake.domain, baseUrl: fake.url }), {
    timeoutMs: 5_000,
    allowPrivateNetwork: true,
  });
  if (connection.suppressions === undefined) throw new Error('Mailgun has lists.');
  return connection.suppressions;
}
async function listAll(): Promise<readonly ProviderSuppression[]> {
  const found: ProviderSuppression[] = [];
  let cursor: string | null = null;
  do {
    const page = await suppressions.list(cursor);
    found.push(...page.suppressions);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}
const created_at = 'Fri, 20 Nov 2026 09:00:00 UTC';
const at = toInstant(Date.parse(created_at));

describe('Mailgun’s lists', () => {
  it('are read to their end, page by page', async () => {
    for (let index = 0; index < 1_500; index += 1) {
      const address = `buyer-${index}+list@buyer.test`;
      fake.suppressions.unsubscribes.set(address, { address, created_at, tags: ['*'] });
    }
    fake.suppressions.complaints.set('c@buyer.test', { address: 'c@buyer.test', created_at });
    const found = await listAll();
    expect(new Set(found.map(({ address }) => address)).size).toBe(1_501);
    expect(found).toContainEqual({ address: 'c@buyer.test', reason: 'complaint', at });
    expect(found).toContainEqual({ address: 'buyer-7+list@buyer.test', reason: 'unsubscribed', at });
  });

  it('tell of dead addresses, and of no block by policy', async () => {
    const put = (address: string, code: string, error: string) =>
      fake.suppressions.bounces.set(address, { address, created_at, code, error });
    put('dead@buyer.test', '550', '5.1.1 The email account that you tried to reach does not exist.');
    put('policy@buyer.test', '550', '5.7.1 Message rejected due to content restrictions.');
    expect(await listAll()).toEqual([{ address: 'dead@buyer.test', reason: 'hard_bounce', at }]);
  });

  it.each([
    [['*'], 1],
    [['marketing'], 1],
    [[], 1],
    [['another-newsletter'], 0],
  ])('tell of an unsubscription with the tags %j: %i', async (tags, count) => {
    fake.suppressions.unsubscribes.set('u@buyer.test', { address: 'u@buyer.test', created_at, tags });
    expect(await listAll()).toHaveLength(count);
  });

  it('take an unsubscription from marketing only, so that other mail still goes', async () => {
    await suppressions.add({ address: 'ada@buyer.test', reason: 'unsubscribed', at });
    expect(fake.suppressions.unsubscribes.get('ada@buyer.test')).toMatchObject({ tags: ['marketing'] });
    expect(await listAll()).toEqual([{ address: 'ada@buyer.test', reason: 'unsubscribed', at }]);
  });

  it('let an address go, also one they do not know', async () => {
    await suppressions.add({ address: 'ada+x@buyer.test', reason: 'hard_bounce', at });
    await suppressions.remove({ address: 'ada+x@buyer.test', reason: 'hard_bounce' });
    await suppressions.remove({ address: 'ada+x@buyer.test', reason: 'hard_bounce' });
    expect(await listAll()).toEqual([]);
  });

  it('are closed to a key that may only send', async () => {
    await expect(connect('a-sending-key').list(null)).rejects.toMatchObject({ kind: 'unauthenticated' });
  });
});
