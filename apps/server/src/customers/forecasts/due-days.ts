import { daysPerUnit, daysPerYear, getTransactionModel, type LifetimeModel } from '@regulars/core/clv';

/** Who has not bought again within ten years is not waited for. */
const patienceDays = 10 * daysPerYear;

/**
 * About when somebody's next purchase is due, told on the day of their last one: of all like them who buy again, half have
 * done so by then. It stays where it is while they stay away, and so can be near, and past; what is foreseen as of now
 * moves along with them. The season is left out of it.
 */
export function createDueDays(model: LifetimeModel): (days: readonly number[]) => number {
  const { modelId, k, parameters } = model.transactions;
  const forecast = getTransactionModel(modelId, k).forecast(parameters);
  const unitDays = daysPerUnit[model.timeUnit];
  const known = new Map<string, number>();

  const gapDays = (frequency: number, recencyDays: number): number => {
    const recency = recencyDays / unitDays;
    const noneIn = (days: number) => forecast.probabilityOfNone({ frequency, recency, age: recency }, days / unitDays);
    const half = (1 + noneIn(patienceDays)) / 2;
    let [low, high] = [0, 1];
    while (high < patienceDays && noneIn(high) > half) [low, high] = [high, 2 * high];
    while (high - low > 0.5) {
      const middle = (low + high) / 2;
      if (noneIn(middle) > half) low = middle;
      else high = middle;
    }
    return Math.max(1, Math.round(Math.min(high, patienceDays)));
  };

  return (days) => {
    const last = days.at(-1) ?? 0;
    const recencyDays = last - (days[0] ?? 0);
    const key = `${days.length}|${recencyDays}`;
    let gap = known.get(key);
    if (gap === undefined) known.set(key, (gap = gapDays(days.length - 1, recencyDays)));
    return last + gap;
  };
}
