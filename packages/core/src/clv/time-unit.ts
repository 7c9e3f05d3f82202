/** What times of histories and parameters are counted in. */
export type TimeUnit = 'day' | 'week';

/** How many days there are in one of the unit. */
export const daysPerUnit: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7 };

/** A year everywhere in the models, in days: rates per year are turned into rates per unit by it. */
export const daysPerYear = 365.25;
