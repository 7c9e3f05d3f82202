import { describe, expect, it } from 'vitest';

import type { ConnectionSync, OrderCheck, Pull } from '../../../api/sync.ts';
import { isAsked } from './is-asked.ts';
import { isSilent } from './is-silent.ts';
import { isRefused, listConcerns } from './list-concerns.ts';

const instant = '2026-11-22T10:00:00.000Z';
const failure = { code: 'unauthenticated', message: 'The shop does not accept the key.' };

function pull(changes: Partial<Pull>): Pull {
  return {
    id: 'p',
    kind: 'backfill',
    resource: 'orders',
    state: 'done',
    eventsDone: 10,
    ordersDone: 10,
    total: 10,
    perSecond: null,
    remainingMs: null,
    partsRejected: 0,
    updatedFrom: null,
    startedAt: instant,
    lastPageAt: instant,
    finishedAt: instant,
    waitsUntil: null,
    failure: null,
    ...changes,
  };
}

const equal: OrderCheck = {
  checkedAt: instant,
  from: instant,
  until: instant,
  ordersHere: 10,
  ordersThere: 10,
  comparedFrom: instant,
  compared: 10,
  sumHereMinor: 1_000,
  sumThereMinor: 1_000,
  currency: 'EUR',
  missing: 0,
  different: 0,
  failure: null,
};

const well: ConnectionSync = {
  hasDelivered: true,
  connectionId: 'c',
  adapterId: 'woocommerce',
  canPull: true,
  canHook: true,
  canCount: true,
  pulls: [pull({}), pull({ kind: 'reconcile' })],
  hooks: {
    checkedAt: instant,
    nextCheckAt: instant,
    topics: [{ topic: 'order.updated', state: 'active' }],
    repairedAt: null,
    repairedTopics: [],
    failure: null,
  },
  count: equal,
};

const kindsOf = (changes: Partial<ConnectionSync>) => listConcerns({ ...well, ...changes }).map(({ kind }) => kind);

describe('what concerns somebody about a connection', () => {
  it('is nothing when all is well', () => {
    expect(kindsOf({})).toEqual([]);
  });

  it('is nothing where the platform only tells', () => {
    expect(kindsOf({ canPull: false, canHook: false, canCount: false, pulls: [], hooks: null, count: null })).toEqual(
      [],
    );
  });

  it('is that the history was never read', () => {
    expect(kindsOf({ pulls: [] })).toEqual(['notBegun']);
  });

  it('is how far the history is read, with what stopped it before what goes on', () => {
    const parts = [pull({ resource: 'customers' }), pull({ state: 'running' }), pull({ state: 'waiting' })];
    expect(listConcerns({ ...well, pulls: parts })).toEqual([
      { kind: 'reading', purpose: 'backfill', standing: 'running', pulls: parts },
    ]);
    expect(listConcerns({ ...well, pulls: [...parts, pull({ state: 'paused' })] })).toMatchObject([
      { standing: 'paused' },
    ]);
    expect(listConcerns({ ...well, pulls: [...parts, pull({ state: 'failed', failure })] })).toMatchObject([
      { standing: 'failed' },
    ]);
  });

  it('is no pull that catches up, unless it fails', () => {
    expect(kindsOf({ pulls: [pull({}), pull({ kind: 'reconcile', state: 'running' })] })).toEqual([]);
    expect(kindsOf({ pulls: [pull({}), pull({ kind: 'reconcile', state: 'failed', failure })] })).toEqual([
      'catchUpFailed',
    ]);
  });

  it('is each webhook that does not deliver', () => {
    const topics = [
      { topic: 'order.updated', state: 'active' },
      { topic: 'order.deleted', state: 'disabled' },
    ] as const;
    expect(listConcerns({ ...well, hooks: { ...well.hooks!, topics: [...topics] } })).toEqual([
      { kind: 'hooksOff', topics: [topics[1]] },
    ]);
  });

  it('is a difference of the orders, but not while the history is being read', () => {
    const count = { ...equal, ordersHere: 8, missing: 2 };
    expect(kindsOf({ count })).toEqual(['apart']);
    expect(kindsOf({ count: { ...equal, different: 1 } })).toEqual(['apart']);
    expect(kindsOf({ count, pulls: [pull({ state: 'running' })] })).toEqual(['reading']);
  });

  it('is a difference where the platform can be counted and not read, without a repair', () => {
    const counted = { canPull: false, canHook: false, pulls: [], hooks: null, count: { ...equal, ordersHere: 8 } };
    expect(listConcerns({ ...well, ...counted })).toMatchObject([{ kind: 'apart', canRepair: false }]);
  });

  it('comes with what failed first', () => {
    const pulls = [pull({ state: 'failed', failure }), pull({ kind: 'repair', state: 'running' })];
    const because = (message: string) => ({ code: 'unavailable', message });
    const hooks = { ...well.hooks!, failure: because('It hangs up.') };
    expect(kindsOf({ pulls, hooks, count: { ...equal, failure: because('It does not answer.') } })).toEqual([
      'reading',
      'hooksFailed',
      'countFailed',
      'reading',
    ]);
  });

  it('is a refusal where something failed, and none where something is merely missing', () => {
    expect(isRefused({ ...well, pulls: [pull({ state: 'failed', failure })] })).toBe(true);
    expect(isRefused({ ...well, hooks: { ...well.hooks!, failure } })).toBe(true);
    expect(isRefused({ ...well, count: { ...equal, missing: 2 } })).toBe(false);
  });

  it('says for what reason only once, where it matters most', () => {
    const pulls = [pull({ state: 'failed', failure })];
    expect(kindsOf({ pulls, hooks: { ...well.hooks!, failure }, count: { ...equal, failure } })).toEqual(['reading']);
    expect(kindsOf({ hooks: { ...well.hooks!, failure }, count: { ...equal, failure } })).toEqual(['hooksFailed']);
  });
});

describe('whether a shop is asked', () => {
  const noKey = { code: 'misconfigured', message: 'The connection has no key.' };
  const unread = pull({ state: 'failed', eventsDone: 0, ordersDone: 0, failure: noKey });

  const keyless = {
    ...well,
    pulls: [unread],
    hooks: { ...well.hooks!, topics: [], failure: noKey },
    count: { ...equal, failure: noKey },
  };

  it('is not where its platform only sends, nor where it has no key and never had', () => {
    expect(isAsked({ ...well, canPull: false, canHook: false, canCount: false })).toBe(false);
    expect(isAsked(keyless)).toBe(false);
    expect(isAsked({ ...keyless, hooks: null, count: null })).toBe(false);
  });

  it('is where a key was lost that once served', () => {
    expect(isAsked({ ...keyless, pulls: [{ ...unread, eventsDone: 5 }] })).toBe(true);
    expect(isAsked({ ...keyless, hooks: { ...well.hooks!, failure: noKey } })).toBe(true);
    expect(isAsked({ ...keyless, count: equal })).toBe(true);
  });
});

describe('a shop that only tells', () => {
  const telling = { ...well, canPull: false, canHook: false, canCount: false, pulls: [], hooks: null, count: null };

  it('is silent until something comes, one that is asked never is', () => {
    expect(isSilent({ ...telling, hasDelivered: false })).toBe(true);
    expect(isSilent(telling)).toBe(false);
    expect(isSilent({ ...well, hasDelivered: false })).toBe(false);
  });
});
