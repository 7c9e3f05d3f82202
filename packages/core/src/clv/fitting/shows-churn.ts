import type { TransactionModelId } from '../models/transaction-model.ts';

/** A smaller chance to leave at a purchase is none. */
const leastChurn = 1e-6;

/** Whether customers leave at all at these parameters; where they do not the model is an NBD. */
export function showsChurn(id: TransactionModelId, parameters: ArrayLike<number>): boolean {
  const [first, second, third, fourth] = [parameters[0]!, parameters[1]!, parameters[2]!, parameters[3]!];
  if (id === 'nbd') return true;
  // How many leave for each purchase, on average; and whether any but a few leave at all.
  if (id === 'pareto-nbd') return Math.min(third, third / fourth / (first / second)) > leastChurn;
  // BG/BB has α and β of buying first, γ and δ of leaving after them; the others r and α, then a and b of leaving.
  return third / (third + fourth) > leastChurn;
}
