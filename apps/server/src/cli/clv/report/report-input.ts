import type { ScoreColumns } from '@regulars/core/clv';
import type { CohortTable } from '@regulars/core/clv/cohorts';
import type { Analysis } from '../analysis.ts';
import type { Formats } from './formats.ts';
import type { Rehearsal } from './rehearse.ts';

/** What every part of the report is made from. */
export interface ReportInput {
  readonly analysis: Analysis;
  readonly scores: ScoreColumns;
  readonly rehearsal: Rehearsal | null;
  readonly cohorts: CohortTable;
  readonly formats: Formats;
  /** What the file is called. */
  readonly source: string;
  /** Whether the file says what was paid. */
  readonly hasMoney: boolean;
}
