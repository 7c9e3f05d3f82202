import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '@regulars/core/shared';
import type { OrderPair } from '../../customers/door.ts';
import { addPairs, nothingCompared } from './comparison.ts';

const eur = 'EUR' as CurrencyCode;
const figures: OrderPair['there'] = { status: 'paid', currency: eur, grandMinor: 3980, refundedMinor: 0 };
const pair = (change: Partial<OrderPair> = {}): OrderPair => ({
  externalId: '1',
  there: figures,
  here: figures,
  isOutdated: false,
  ...change,
});
const compare = (...pairs: readonly OrderPair[]) => addPairs(nothingCompared, pairs, eur);

describe('orders compared one by one', () => {
  it('agree when state, total and what was given back are the same', () => {
    expect(compare(pair(), pair({ externalId: '2' }))).toEqual({
      compared: 2,
      missing: 0,
      different: 0,
      sumHereMinor: 7960,
      sumThereMinor: 7960,
    });
  });

  it.for([
    ['its state', { status: 'cancelled' }],
    ['its total', { grandMinor: 3981 }],
    ['what was given back', { refundedMinor: 1 }],
    ['its currency', { currency: 'USD' as CurrencyCode }],
  ] as const)('differ when one differs in %s', ([, change]) => {
    expect(compare(pair({ here: { ...figures, ...change } }))).toMatchObject({ missing: 0, different: 1 });
  });

  it('are missing when they are there only, and the sums show by how much', () => {
    expect(compare(pair({ here: null }))).toMatchObject({
      missing: 1,
      different: 0,
      sumHereMinor: 0,
      sumThereMinor: 3980,
    });
  });

  it('say nothing when something later is known here already', () => {
    expect(compare(pair({ here: null, isOutdated: true }))).toEqual(nothingCompared);
  });

  it('are summed without those in other currencies, refunds taken off', () => {
    const foreign = { ...figures, currency: 'USD' as CurrencyCode };
    const partly = { ...figures, refundedMinor: 1000 };
    const sums = compare(pair({ there: foreign, here: foreign }), pair({ there: partly, here: partly }));
    expect(sums).toMatchObject({ compared: 2, sumHereMinor: 2980, sumThereMinor: 2980 });
  });

  it('go on from where they were', () => {
    expect(addPairs(compare(pair()), [pair({ here: null })], eur)).toMatchObject({ compared: 2, missing: 1 });
  });
});
