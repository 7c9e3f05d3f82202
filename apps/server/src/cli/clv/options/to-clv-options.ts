import type { TimeUnit, TransactionModelId } from '@regulars/core/clv';
import type { DayOrder } from '../cells/day-pair.ts';
import type { DecimalMark } from '../cells/parse-amount.ts';
import type { NamedColumns } from '../columns/choose-columns.ts';

/** As the command line has them, each value checked by itself. */
export interface GivenOptions {
  readonly customer?: string;
  readonly date?: string;
  readonly amount?: string;
  readonly order?: string;
  readonly currency?: string;
  readonly dateOrder?: DayOrder;
  readonly decimalMark?: 'point' | 'comma';
  readonly timeUnit: TimeUnit;
  /** Days since 1970-01-01. */
  readonly observationEnd?: number;
  readonly calibrationEnd?: number;
  readonly model: 'auto' | TransactionModelId;
  readonly horizonDays: number;
  readonly discountRate: number;
  readonly json?: true;
  readonly out?: string;
  readonly report?: string;
  readonly intervals?: boolean;
  readonly rejects?: string;
  readonly maxRejected: number;
}

export interface ClvOptions {
  /** `-` for standard input. */
  readonly path: string;
  readonly columns: NamedColumns;
  /** null to be told by the data. */
  readonly dayOrder: DayOrder | null;
  readonly decimalMark: DecimalMark | null;
  readonly timeUnit: TimeUnit;
  /** Inclusive, in days since 1970-01-01; undefined for as far as the file goes. */
  readonly observedUntilDay: number | undefined;
  /** Inclusive; undefined where nothing is held out. */
  readonly calibrationUntilDay: number | undefined;
  readonly model: 'auto' | TransactionModelId;
  readonly horizonDays: number;
  readonly annualDiscountRate: number;
  readonly isJson: boolean;
  readonly outPath: string | null;
  readonly reportPath: string | null;
  /** null: where they are soon had. */
  readonly withIntervals: boolean | null;
  readonly rejectsPath: string | null;
  readonly maxRejectedShare: number;
}

const marks = { point: '.', comma: ',' } as const;

export function toClvOptions(path: string, given: GivenOptions): ClvOptions {
  const { customer, date, amount, order, currency } = given;
  const named = Object.entries({ customer, date, amount, order, currency });
  return {
    path,
    columns: Object.fromEntries(named.filter(([, name]) => name !== undefined)),
    dayOrder: given.dateOrder ?? null,
    decimalMark: given.decimalMark === undefined ? null : marks[given.decimalMark],
    timeUnit: given.timeUnit,
    observedUntilDay: given.observationEnd,
    calibrationUntilDay: given.calibrationEnd,
    model: given.model,
    horizonDays: given.horizonDays,
    annualDiscountRate: given.discountRate,
    isJson: given.json === true,
    outPath: given.out ?? null,
    reportPath: given.report ?? null,
    withIntervals: given.intervals ?? null,
    rejectsPath: given.rejects ?? null,
    maxRejectedShare: given.maxRejected,
  };
}
