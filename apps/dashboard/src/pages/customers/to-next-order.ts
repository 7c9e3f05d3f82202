import type { CustomerForecast } from '../../api/forecasts.ts';

/** Who comes back more rarely is not waited for. */
const leastProbability = 0.1;

/** When the next order is to be expected, days of the calendar. */
export interface NextOrder {
  /** Null where none is to be waited for. */
  readonly on: string | null;
  /** When it was to be expected, where that day is past. */
  readonly wasDueOn: string | null;
}

/** Told from the day of their last order while that day is to come; from now on once it is past. */
export function toNextOrder({
  nextPurchase,
  scoredOn,
}: Pick<CustomerForecast, 'nextPurchase' | 'scoredOn'>): NextOrder {
  const { dueOn, medianOn, probability } = nextPurchase;
  const isPast = dueOn < scoredOn;
  return {
    on: probability < leastProbability ? null : isPast ? medianOn : dueOn,
    wasDueOn: isPast ? dueOn : null,
  };
}
