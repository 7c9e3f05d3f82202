import type { Answer } from '../upstream/fault.ts';
import type { ReceivedRequest } from '../upstream/http-upstream.ts';
import { json, refusal } from './mailgun-answer.ts';

export type SuppressionListName = 'bounces' | 'complaints' | 'unsubscribes';

/** A row of one of Mailgun's lists of whom it does not write to. */
export interface FakeSuppression {
  readonly address: string;
  readonly created_at: string;
  /** Of unsubscribes: the tags that are not written under any more; `*` for all. */
  readonly tags?: readonly string[];
  /** Of bounces. */
  readonly code?: string;
  readonly error?: string;
}

export type SuppressionLists = Readonly<Record<SuppressionListName, Map<string, FakeSuppression>>>;

const maxRows = 1_000;

/** `/v3/{domain}/bounces`, `/complaints`, `/unsubscribes`: pages by address, adds by form or JSON, removes one. */
export async function serveSuppressions(
  rows: Map<string, FakeSuppression>,
  request: ReceivedRequest,
  address: string | undefined,
  listUrl: string,
): Promise<Answer> {
  if (request.method === 'GET') return listPage(rows, request, listUrl);
  if (request.method === 'DELETE' && address !== undefined) {
    return rows.delete(decodeURIComponent(address).toLowerCase())
      ? json(200, { message: 'The address has been removed', address })
      : refusal(404, 'Address not found');
  }
  if (request.method !== 'POST') return refusal(404, 'not found');
  const given = await readRows(request);
  if (given === null || given.length > maxRows) return refusal(400, 'Batch size should be less than 1000');
  for (const row of given) rows.set(row.address.toLowerCase(), row);
  return json(200, { message: `${given.length} addresses have been added to the table` });
}

function listPage(rows: Map<string, FakeSuppression>, { query }: ReceivedRequest, listUrl: string): Answer {
  const asked = new Map(query);
  const limit = Math.min(Number(asked.get('limit') ?? 100), maxRows);
  const after = asked.get('address') ?? '';
  const items = [...rows.values()]
    .toSorted((one, other) => (one.address < other.address ? -1 : 1))
    .filter(({ address }) => address > after)
    .slice(0, limit);
  const last = encodeURIComponent(items.at(-1)?.address ?? after);
  const link = (page: string): string => `${listUrl}?page=${page}&address=${last}&limit=${limit}`;
  const paging = {
    first: `${listUrl}?limit=${limit}`,
    previous: link('previous'),
    next: link('next'),
    last: link('last'),
  };
  return json(200, { items, paging });
}

async function readRows({ headers, body }: ReceivedRequest): Promise<readonly FakeSuppression[] | null> {
  const contentType = headers['content-type'] ?? '';
  const created_at = new Date().toUTCString();
  try {
    if (contentType.startsWith('application/json')) {
      const given = JSON.parse(body.toString('utf8')) as FakeSuppression | readonly FakeSuppression[];
      return [given].flat().map((row) => ({ ...row, created_at: row.created_at ?? created_at }));
    }
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    const tags = form.getAll('tags').concat(form.getAll('tag')).map(String);
    const given = form.get('created_at');
    const address = form.get('address');
    if (typeof address !== 'string') return null;
    return [
      { address, created_at: typeof given === 'string' ? given : created_at, ...(tags.length > 0 ? { tags } : {}) },
    ];
  } catch {
    return null;
  }
}
