import { describe, expect, it } from 'vitest';
import { toInstant } from '@regulars/core/shared';
import type { ConnectionSync } from '../../sync/answers.ts';
import { describeSync } from './describe-sync.ts';

const at = toInstant(Date.UTC(2026, 10, 22, 10));
const sync: ConnectionSync = {
  connectionId: 'c-1',
  adapterId: 'woocommerce',
  canPull: true,
  canHook: true,
  canCount: true,
  hasDelivered: true,
  pulls: [
    {
      id: 'p-1',
      kind: 'backfill',
      resource: 'orders',
      state: 'failed',
      eventsDone: 450,
      ordersDone: 398,
      total: 1000,
      perSecond: null,
      remainingMs: null,
      partsRejected: 2,
      updatedFrom: null,
      startedAt: at,
      lastPageAt: at,
      finishedAt: null,
      waitsUntil: null,
      failure: { code: 'unauthenticated', message: 'The store does not accept the key.' },
    },
  ],
  hooks: {
    checkedAt: at,
    nextCheckAt: at,
    topics: [
      { topic: 'order.created', state: 'active' },
      { topic: 'order.updated', state: 'disabled' },
    ],
    repairedAt: null,
    repairedTopics: [],
    failure: null,
  },
  count: {
    checkedAt: at,
    from: at,
    until: at,
    ordersHere: 398,
    ordersThere: 1000,
    comparedFrom: at,
    compared: 40,
    sumHereMinor: 1,
    sumThereMinor: 2,
    currency: 'EUR',
    missing: 3,
    different: 0,
    failure: null,
  },
};

describe('how a platform stands, on a terminal', () => {
  it('is told with what was read, why it stopped, which webhooks do not deliver and what is missing', () => {
    expect(describeSync(sync)).toEqual([
      'woocommerce (c-1)',
      '  READING   OF      STATE   DONE  TOTAL  NOTE',
      '  backfill  orders  failed  400   1000   The store does not accept the key. [unauthenticated]; 2 could not be used',
      '  Webhooks: 1 of 2 active, looked at 2026-11-22T10:00:00.000Z.',
      '    order.updated is disabled',
      '  Orders: 398 here, 1000 there, counted 2026-11-22T10:00:00.000Z.',
      '    3 missing here',
    ]);
  });

  it('says so where a platform cannot be asked', () => {
    const nothing = { canPull: false, canHook: false, canCount: false, pulls: [], hooks: null, count: null };
    expect(describeSync({ ...sync, ...nothing })).toEqual([
      'woocommerce (c-1)',
      '  This platform only tells what happens; it cannot be asked.',
    ]);
  });
});
