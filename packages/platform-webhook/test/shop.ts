import { startHttpUpstream, type Answer, type HttpUpstream } from '@regulars/adapter-testkit';
import { Webhook } from 'standardwebhooks';

interface ShopCode {
  readonly externalId: string;
  readonly code: string;
  readonly rewardId: string;
  readonly timesUsed: number;
  readonly discount: { readonly kind: string; readonly productExternalId?: string };
}

export type Shop = HttpUpstream & { readonly codes: readonly ShopCode[] };

/** A shop's own system as the guide asks for one: it checks the signature, and does the same thing only once. */
export async function startShop(secret: string): Promise<Shop> {
  const codes: ShopCode[] = [];
  const made = new Map<string, string>();
  let count = 0;
  const upstream = await startHttpUpstream(({ headers, body }): Answer => {
    try {
      new Webhook(secret).verify(body.toString('utf8'), headers);
    } catch {
      return { status: 401 };
    }
    const { type, data } = JSON.parse(body.toString('utf8')) as {
      type: string;
      data: Record<string, string> & { readonly discount?: ShopCode['discount'] };
    };
    const known = codes.find(({ code }) => code.toLowerCase() === data['code']?.toLowerCase());
    if (type === 'discount.find') return { status: 200, body: JSON.stringify({ discount: known ?? null }) };
    if (type === 'discount.delete') {
      codes.splice(0, codes.length, ...codes.filter(({ externalId }) => externalId !== data['externalId']));
      return { status: 200, body: '{}' };
    }
    if (type !== 'discount.create') return { status: 200, body: '{}' };
    const key = headers['idempotency-key'] ?? '';
    const before = made.get(key);
    if (before !== undefined) return { status: 200, body: before };
    if (known !== undefined) return { status: 409 };
    count += 1;
    const code = {
      externalId: String(count),
      code: data['code'] ?? '',
      rewardId: data['rewardId'] ?? '',
      timesUsed: 0,
      discount: data.discount ?? { kind: '' },
    };
    codes.push(code);
    made.set(key, JSON.stringify(code));
    return { status: 201, body: JSON.stringify(code) };
  });
  return { ...upstream, codes };
}
