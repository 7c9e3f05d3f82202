import { expect, test } from 'vitest';
import { simulateHistories } from '../../../test-support/clv/simulate-histories.ts';
import { mbgNbd } from '../models/mbg-nbd/mbg-nbd.ts';
import { fitTransactionModel } from './fit-transaction-model.ts';

const stores = 500;
const truth = [1.2, 6, 0.9, 2.1];

test('of the 95 % intervals that 500 stores give each parameter, 93 to 97 % contain the truth', () => {
  const covered = truth.map(() => 0);
  for (let store = 0; store < stores; store += 1) {
    const histories = simulateHistories(mbgNbd.forecast(truth), 1_000, `store ${store}`);
    const { parameters, logCovariance } = fitTransactionModel(mbgNbd, histories);
    truth.forEach((value, k) => {
      const deviation = Math.sqrt(logCovariance[k * truth.length + k]!);
      if (Math.abs(Math.log(parameters[k]! / value)) < 1.959964 * deviation) covered[k]! += 1;
    });
  }
  for (const count of covered) {
    expect(count / stores).toBeGreaterThanOrEqual(0.93);
    expect(count / stores).toBeLessThanOrEqual(0.97);
  }
}, 60_000);
