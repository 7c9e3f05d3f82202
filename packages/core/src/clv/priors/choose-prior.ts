import type { LogNormalPrior } from '../fitting/log-normal-prior.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { TransactionModelId } from '../models/transaction-model.ts';
import type { AgencyPrior } from './agency-prior.ts';
import { getBuiltInPrior } from './built-in-prior.ts';
import { inTimeUnit } from './in-time-unit.ts';
import { toModelKey } from './to-model-key.ts';

/** With so many repeat purchases a store speaks for itself. */
const enoughRepeats = 100;

/**
 * What a store's model is to believe beforehand: what an agency's other stores teach, or, of a store with few repeat
 * purchases, what is known of any store; undefined where the data alone are to speak.
 */
export function choosePrior(
  model: { readonly modelId: TransactionModelId; readonly k: number },
  histories: PurchaseHistories,
  agency: AgencyPrior | undefined,
): LogNormalPrior | undefined {
  const learned = agency?.transactions[toModelKey(model)];
  if (learned) return inTimeUnit(learned, model.modelId, histories.timeUnit);
  const repeats = histories.frequency.reduce((sum, value) => sum + value, 0);
  if (repeats >= enoughRepeats) return undefined;
  return inTimeUnit(getBuiltInPrior(model.modelId), model.modelId, histories.timeUnit);
}
