import type { TransactionFit } from '../fitting/transaction-fit.ts';

/** What a model is called where each regularity is a model of its own: `mbg-nbd`, `mbg-cnbd-2`. */
export function toModelKey({ modelId, k }: Pick<TransactionFit, 'modelId' | 'k'>): string {
  return modelId === 'mbg-cnbd-k' ? `mbg-cnbd-${k}` : modelId;
}
