import type { Answer } from '../upstream/fault.ts';
import { restAnswer, restError } from './rest-answer.ts';

/** As much of an order as a count of orders needs. */
export interface FakeOrder {
  readonly id: number;
  /** WooCommerce's own word, e.g. `processing`, `checkout-draft`, `trash`. */
  readonly status: string;
  /** In UTC, to the second, without a zone, e.g. `2026-11-22T10:00:00`. */
  readonly date_created_gmt: string;
}

/** How the shop keeps its orders: in tables of their own, or as posts, where `any` takes in checkouts merely opened. */
export type OrderStorage = 'tables' | 'posts';

interface Shop {
  readonly orders: readonly FakeOrder[];
  readonly storage: OrderStorage;
  /** How far the shop's clock is ahead of UTC. */
  readonly offsetMs: number;
}

/** `GET /orders`: the newest first, with the length of the whole list in `X-WP-Total`. */
export function listOrders({ orders, storage, offsetMs }: Shop, query: ReadonlyMap<string, string>): Answer {
  const perPage = Number(query.get('per_page') ?? 10);
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > 100)
    return restError(400, 'rest_invalid_param', 'Invalid parameter(s): per_page');
  const statuses = (query.get('status') ?? 'any').split(',');
  const included = query.get('include')?.split(',');
  const isGmt = query.get('dates_are_gmt') === 'true';
  const isAfter = bound(query.get('after'), isGmt, offsetMs);
  const isBefore = bound(query.get('before'), isGmt, offsetMs);
  const found = orders
    .filter(({ status }) => statuses.includes(status) || (statuses.includes('any') && isAny(status, storage)))
    .filter(({ id }) => included?.includes(String(id)) ?? true)
    .filter(({ date_created_gmt: created }) => isAfter((at) => Date.parse(`${created}Z`) > at))
    .filter(({ date_created_gmt: created }) => isBefore((at) => Date.parse(`${created}Z`) < at))
    .toSorted((one, other) => other.date_created_gmt.localeCompare(one.date_created_gmt));
  const start = (Number(query.get('page') ?? 1) - 1) * perPage;
  return {
    ...restAnswer(200, found.slice(start, start + perPage)),
    headers: {
      'x-wp-total': String(found.length),
      'x-wp-totalpages': String(Math.ceil(found.length / perPage)),
    },
  };
}

function isAny(status: string, storage: OrderStorage): boolean {
  if (status === 'checkout-draft') return storage === 'posts';
  return status !== 'trash' && status !== 'auto-draft';
}

/**
 * A bound as WordPress reads it: local time, or UTC when told so; a `Z` beside that shifts it by the shop's offset, and
 * without it nothing is found at all.
 */
function bound(text: string | undefined, isGmt: boolean, offsetMs: number) {
  return (compare: (atMs: number) => boolean): boolean => {
    if (text === undefined) return true;
    const hasZone = text.endsWith('Z');
    if (hasZone && !isGmt) return false;
    const atMs = Date.parse(hasZone ? text : `${text}Z`);
    return compare(hasZone || !isGmt ? atMs - offsetMs : atMs);
  };
}
