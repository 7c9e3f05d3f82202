export type { Objective, ObjectiveValue } from './objective.ts';
