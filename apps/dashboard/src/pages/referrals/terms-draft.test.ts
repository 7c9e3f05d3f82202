import type { CurrencyCode } from '@regulars/core/shared';
import { expect, test } from 'vitest';

import type { RewardTerms } from '../../api/referral-program.ts';
import { readTerms, toDraft, type TermsDraft, type WrongPart } from './terms-draft.ts';

const eur = 'EUR' as CurrencyCode;

test.for<RewardTerms | null>([
  { kind: 'percent', percent: 10, validDays: 30 },
  { kind: 'percent', percent: 10, validDays: 30, productExternalIds: ['7', '8'] },
  { kind: 'fixed', amountMinor: 1_050, validDays: 90, minimumSpendMinor: 4_000 },
  { kind: 'freeShipping', validDays: 14, minimumSpendMinor: 2_500 },
  { kind: 'freeGift', productExternalId: '77', productName: 'Mug', validDays: 30 },
  null,
])('%o is what comes back when nothing was changed', (terms) => {
  expect(readTerms(toDraft(terms, eur), eur)).toEqual({ isRight: true, terms });
});

test.for<[string, Partial<TermsDraft>, readonly WrongPart[]]>([
  ['a share of nothing', { percent: '0' }, ['percent']],
  ['a share over everything', { percent: '101' }, ['percent']],
  ['half a per cent', { percent: '2.5' }, ['percent']],
  ['an amount that is none', { kind: 'fixed', amount: 'ten' }, ['amount']],
  ['an amount of nothing', { kind: 'fixed', amount: '0.00' }, ['amount']],
  ['no gift', { kind: 'freeGift' }, ['gift']],
  ['a day that never comes', { validDays: '' }, ['validDays']],
  ['a minimum below nothing', { minimum: '-5' }, ['minimum']],
  [
    'everything at once',
    { kind: 'fixed', amount: '', validDays: '731', minimum: 'x' },
    ['amount', 'validDays', 'minimum'],
  ],
])('%s is told by the part that is wrong', ([, changes, wrong]) => {
  const draft = toDraft({ kind: 'percent', percent: 10, validDays: 30 }, eur);
  expect(readTerms({ ...draft, ...changes }, eur)).toEqual({ isRight: false, wrong });
});

test('what was typed for another kind does not matter', () => {
  const draft = toDraft({ kind: 'percent', percent: 10, validDays: 30 }, eur);
  expect(readTerms({ ...draft, kind: 'freeShipping', percent: '', amount: 'x' }, eur)).toMatchObject({ isRight: true });
});
