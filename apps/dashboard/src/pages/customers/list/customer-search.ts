import { exponentOf, parseCurrency } from '@regulars/core/shared';

import type { CustomerListQuery } from '../../../api/customers.ts';

type CustomerSort = 'value' | 'lastOrder' | 'orders' | 'newest' | 'predictedValue' | 'probabilityAlive';

/** What the address of the list says: whom it is narrowed to, and by what it is sorted. */
export interface CustomerSearch {
  readonly q?: string;
  /** By its key. */
  readonly segment?: string;
  readonly country?: string;
  readonly consent?: string;
  /** `2026-01-31`, by the viewer's own clock. */
  readonly firstSince?: string;
  readonly lastSince?: string;
  readonly orders?: number;
  /** In the store's currency, in whole units. */
  readonly value?: number;
  /** Expected in the next twelve months, in whole units too. */
  readonly expected?: number;
  /** The chance they still buy, in percent. */
  readonly aliveAtLeast?: number;
  readonly aliveBelow?: number;
  /** Without: by value. */
  readonly sort?: CustomerSort;
  readonly order?: 'ascending';
}

export const consents = ['subscribed', 'unsubscribed', 'pending', 'not_asked', 'unknown'] as const;
const sorts: readonly string[] = [
  'lastOrder',
  'orders',
  'newest',
  'predictedValue',
  'probabilityAlive',
] satisfies readonly CustomerSort[];

/** Takes from an address what it can mean, and leaves the rest. */
export function parseCustomerSearch(search: Record<string, unknown>): CustomerSearch {
  const text = (name: string) => {
    const value = search[name];
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
  };
  const fitting = (name: string, pattern: RegExp) => {
    const value = text(name);
    return value !== undefined && pattern.test(value) ? value : undefined;
  };
  const amount = (name: string, least: number) => {
    const value = Number(text(name));
    return Number.isFinite(value) && value >= least && text(name) !== undefined ? value : undefined;
  };
  const percentage = (name: string) => {
    const value = amount(name, 0);
    return value !== undefined && value <= 100 ? value : undefined;
  };
  const sort = text('sort');
  const consent = text('consent');
  const found = {
    q: text('q'),
    segment: text('segment'),
    country: fitting('country', /^[A-Z]{2}$/),
    consent: consents.some((known) => known === consent) ? consent : undefined,
    firstSince: fitting('firstSince', /^\d{4}-\d{2}-\d{2}$/),
    lastSince: fitting('lastSince', /^\d{4}-\d{2}-\d{2}$/),
    orders: amount('orders', 1),
    value: amount('value', 0),
    expected: amount('expected', 0),
    aliveAtLeast: percentage('aliveAtLeast'),
    aliveBelow: percentage('aliveBelow'),
    sort: sort !== undefined && sorts.includes(sort) ? sort : undefined,
    order: text('order') === 'ascending' ? 'ascending' : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The same as the API asks for it. */
export function toListQuery(search: CustomerSearch, storeCurrency: string): CustomerListQuery {
  const { q, segment, country, consent, firstSince, lastSince, orders, value, sort = 'value', order } = search;
  const { expected, aliveAtLeast, aliveBelow } = search;
  return {
    sort,
    ...(order === undefined ? {} : { direction: order }),
    ...(q === undefined ? {} : { search: q }),
    ...(segment === undefined ? {} : { segment }),
    ...(country === undefined ? {} : { country }),
    ...(consent === undefined ? {} : { consent: consent as (typeof consents)[number] }),
    ...(firstSince === undefined ? {} : { firstOrderSince: toInstantText(firstSince) }),
    ...(lastSince === undefined ? {} : { lastOrderSince: toInstantText(lastSince) }),
    ...(orders === undefined ? {} : { ordersAtLeast: Math.trunc(orders) }),
    ...(value === undefined ? {} : { valueAtLeastMinor: toMinor(value, storeCurrency) }),
    ...(expected === undefined ? {} : { predictedValueAtLeastMinor: toMinor(expected, storeCurrency) }),
    ...(aliveAtLeast === undefined ? {} : { aliveAtLeast: aliveAtLeast / 100 }),
    ...(aliveBelow === undefined ? {} : { aliveBelow: aliveBelow / 100 }),
  };
}

function toInstantText(day: string): string {
  return new Date(`${day}T00:00`).toISOString();
}

function toMinor(amount: number, storeCurrency: string): number {
  const currency = parseCurrency(storeCurrency);
  return Math.round(amount * 10 ** (currency === null ? 2 : exponentOf(currency)));
}

/** How many filters are set; what the list is searched and sorted by are none. */
export function countFilters({ q: _q, sort: _sort, order: _order, ...filters }: CustomerSearch): number {
  return Object.keys(filters).length;
}
