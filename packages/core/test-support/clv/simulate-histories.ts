import type { PurchaseHistories } from '../../src/clv/histories/purchase-histories.ts';
import { newcomer } from '../../src/clv/histories/purchase-history.ts';
import type { TransactionForecast } from '../../src/clv/models/transaction-model.ts';
import { createRandom } from '../../src/shared/random.ts';

/** Customers of a model, watched for 27 to 39 weeks from their first purchase on, all at different moments. */
export function simulateHistories(forecast: TransactionForecast, size: number, seed: string): PurchaseHistories {
  const random = createRandom(seed);
  const column = () => new Float64Array(size);
  const histories = { frequency: column(), recency: column(), age: column(), meanSpend: column() };
  for (let row = 0; row < size; row += 1) {
    const customer = random.fork(row);
    const age = 27 + 12 * customer.next();
    const purchases = forecast.drawPurchases(newcomer, age, customer);
    histories.frequency[row] = purchases.length;
    histories.recency[row] = purchases.at(-1) ?? 0;
    histories.age[row] = age;
  }
  return { size, timeUnit: 'week', ...histories, logGaps: null };
}
