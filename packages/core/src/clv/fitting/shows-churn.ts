import type { TransactionModelId } from '../models/transaction-model.ts';

/** A smaller share of customers lost at a purchase, or a smaller shape of the drop-out rates, is none. */
const leastChurn = 1e-6;

/** Whether customers leave at all at these parameters; where they do not the model is an NBD. */
export function showsChurn(id: TransactionModelId, parameters: ArrayLike<number>): boolean {
  const third = parameters[2]!;
  const fourth = parameters[3]!;
  if (id === 'nbd') return true;
  if (id === 'pareto-nbd') return third > leastChurn;
  // BG/BB has α and β of buying first, γ and δ of leaving after them; the others r and α, then a and b of leaving.
  return third / (third + fourth) > leastChurn;
}
