import type { SegmentLeaf } from '@regulars/core/segments';
import type { CurrencyCode } from '@regulars/core/shared';

export type RuleField = SegmentLeaf['field'];

/** What money and days in a rule mean: the store's currency and its time zone. */
export interface RuleContext {
  readonly currency: CurrencyCode;
  readonly timeZone: string;
}

/** A question as it is being written: what was typed need not make sense yet. */
export interface Question {
  readonly kind: 'question';
  readonly id: string;
  readonly isNot: boolean;
  readonly field: RuleField;
  readonly is: string;
  /** A number, a share in percent, an amount in whole units with a point, or a day (`2026-01-31`). */
  readonly text: string;
  /** Products, categories or countries. */
  readonly list: readonly string[];
  readonly flag: boolean;
}

/** Parts joined by `all` or `any`. */
export interface Group {
  readonly kind: 'group';
  readonly id: string;
  readonly isNot: boolean;
  readonly join: 'all' | 'any';
  readonly parts: readonly Part[];
}

export type Part = Question | Group;

/** Gives every part a name of its own, by which edits and the page find it again. */
export type MakeId = () => string;

export type FieldKind =
  | 'count'
  | 'share'
  | 'money'
  | 'day'
  | 'days'
  | 'age'
  | 'flag'
  | 'country'
  | 'product'
  | 'category';

export const fieldKinds: Readonly<Record<RuleField, FieldKind>> = {
  orderCount: 'count',
  netSpentMinor: 'money',
  averageOrderMinor: 'money',
  lastPurchaseDaysAgo: 'age',
  lastPurchaseAt: 'day',
  firstPurchaseDaysAgo: 'age',
  firstPurchaseAt: 'day',
  boughtProduct: 'product',
  boughtCategory: 'category',
  country: 'country',
  discountedOrderCount: 'count',
  discountOnly: 'flag',
  probabilityAlive: 'share',
  predictedValueMinor: 'money',
  nextPurchaseInDays: 'days',
};

const numbers = ['atLeast', 'atMost', 'equals', 'moreThan', 'lessThan'] as const;
const bought = ['anyOf', 'allOf', 'noneOf'] as const;

/** The comparisons each kind of field knows, the most usual first. */
export const comparisons: Readonly<Record<FieldKind, readonly string[]>> = {
  count: numbers,
  share: ['lessThan', 'atLeast', 'moreThan', 'atMost', 'equals'],
  money: numbers,
  day: ['onOrAfter', 'before'],
  days: ['within', 'overdueBy'],
  age: ['moreThan', 'atMost', 'atLeast', 'lessThan', 'equals'],
  flag: ['equals'],
  country: ['oneOf', 'noneOf'],
  product: bought,
  category: bought,
};

/** The limits of core, which would bring its schemas along; a test compares the two. */
export const ruleLimits = { depth: 8, nodes: 100, values: 200, count: 1_000_000, days: 3_650 } as const;

export function createQuestion(id: string): Question {
  return { kind: 'question', id, isNot: false, field: 'orderCount', is: 'atLeast', text: '1', list: [], flag: true };
}

export function createGroup(id: string, join: Group['join'], parts: readonly Part[]): Group {
  return { kind: 'group', id, isNot: false, join, parts };
}

/** The same question about something else; what was typed stays only where it still means something. */
export function withField(question: Question, field: RuleField): Question {
  if (fieldKinds[field] === fieldKinds[question.field]) return { ...question, field };
  return { ...question, field, is: comparisons[fieldKinds[field]][0] ?? '', text: '', list: [], flag: true };
}
