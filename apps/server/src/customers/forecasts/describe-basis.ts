import type { ValueModel } from './model-repository.ts';

/** Up to so many repeat purchases a model is what similar stores teach, and up to so many it leans on it. */
const fewRepeats = { similar: 20, leaning: 200 } as const;

/** What a model rests on. */
export function describeBasis({ model, fittedAt, customers }: Pick<ValueModel, 'model' | 'fittedAt' | 'customers'>) {
  const { repeatCount } = model;
  const on =
    repeatCount < fewRepeats.similar
      ? ('similarStores' as const)
      : repeatCount < fewRepeats.leaning
        ? ('partlySimilarStores' as const)
        : ('ownCustomers' as const);
  return {
    on,
    customers,
    repeatPurchases: repeatCount,
    fittedAt,
    modelId: model.transactions.modelId,
  };
}
