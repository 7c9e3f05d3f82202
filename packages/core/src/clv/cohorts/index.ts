export { cohortTable, type CohortOptions, type CohortTable } from './cohort-table.ts';
export type { Cohort, CohortPeriod } from './cohort.ts';
export { createFirstLabels, type FirstLabels } from './first-labels.ts';
