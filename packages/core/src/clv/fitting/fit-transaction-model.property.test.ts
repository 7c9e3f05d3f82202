import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adversarialHistories } from '../../../test-support/clv/adversarial-histories.ts';
import { findFault } from '../../../test-support/clv/find-fault.ts';
import { bgNbd } from '../models/bg-nbd/bg-nbd.ts';
import { mbgNbd } from '../models/mbg-nbd/mbg-nbd.ts';
import { nbd } from '../models/nbd/nbd.ts';
import { fitTransactionModel } from './fit-transaction-model.ts';

test.each([
  ['BG/NBD', bgNbd],
  ['MBG/NBD', mbgNbd],
  ['NBD', nbd],
])(
  '%s: whatever the store, fitting ends within 50 iterations with a verdict and numbers that can be used',
  (...row) => {
    fc.assert(
      fc.property(adversarialHistories, (histories) => {
        expect(findFault(fitTransactionModel(row[1], histories), row[1], histories)).toBeNull();
      }),
      { numRuns: 200, endOnFailure: true },
    );
  },
  60_000,
);
