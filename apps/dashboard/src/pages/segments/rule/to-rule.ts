import type { SegmentLeaf, SegmentRule } from '@regulars/core/segments';
import {
  exponentOf,
  fromLocalTime,
  parseDecimal,
  parseInstant,
  toIsoString,
  type CurrencyCode,
} from '@regulars/core/shared';

import { fieldKinds, ruleLimits, type Group, type Part, type Question, type RuleContext } from './rule-draft.ts';

/** Why a part cannot be used as it stands. */
type Problem =
  | 'count'
  | 'share'
  | 'money'
  | 'day'
  | 'days'
  | 'noValues'
  | 'tooManyValues'
  | 'emptyGroup'
  | 'tooDeep'
  | 'tooLarge';

export interface WrittenRule {
  /** Null while there are problems. */
  readonly rule: SegmentRule | null;
  /** By the part's id, in the order of reading. */
  readonly problems: ReadonlyMap<string, Problem>;
  /** Which part stands at a JSON pointer of the rule. */
  readonly places: ReadonlyMap<string, string>;
}

interface Walk {
  readonly context: RuleContext;
  readonly problems: Map<string, Problem>;
  readonly places: Map<string, string>;
  nodes: number;
}

/** Reads the draft as a rule; around one single question the outermost group is left out. */
export function toRule(root: Group, context: RuleContext): WrittenRule {
  const walk: Walk = { context, problems: new Map(), places: new Map(), nodes: 0 };
  const [only, ...others] = root.parts;
  const isBare = only?.kind === 'question' && others.length === 0 && !root.isNot;
  const rule = isBare ? writePart(only, '', 1, walk) : writePart(root, '', 1, walk);
  if (walk.nodes > ruleLimits.nodes && walk.problems.size === 0) walk.problems.set(root.id, 'tooLarge');
  return { rule: walk.problems.size === 0 ? rule : null, problems: walk.problems, places: walk.places };
}

function writePart(part: Part, path: string, depth: number, walk: Walk): SegmentRule | null {
  walk.nodes += 1;
  walk.places.set(path, part.id);
  if (depth > ruleLimits.depth) return blame(part, 'tooDeep', walk);
  if (part.isNot) {
    const inner = writePart({ ...part, isNot: false }, `${path}/not`, depth + 1, walk);
    return inner === null ? null : { not: inner };
  }
  return part.kind === 'group' ? writeGroup(part, path, depth, walk) : writeQuestion(part, walk);
}

function writeGroup(group: Group, path: string, depth: number, walk: Walk): SegmentRule | null {
  if (group.parts.length === 0) return blame(group, 'emptyGroup', walk);
  const parts = group.parts.map((part, index) => writePart(part, `${path}/${group.join}/${index}`, depth + 1, walk));
  const written = parts.filter((part) => part !== null);
  return group.join === 'all' ? { all: written } : { any: written };
}

function writeQuestion(question: Question, walk: Walk): SegmentRule | null {
  const value = readValue(question, walk);
  if (value === null) return null;
  // Field, comparison and value fit together by `fieldKinds` and `comparisons`, which a test holds against core.
  return { field: question.field, is: question.is, value } as SegmentLeaf;
}

function readValue(question: Question, walk: Walk): SegmentLeaf['value'] | null {
  const text = question.text.trim();
  switch (fieldKinds[question.field]) {
    case 'count':
      return /^\d{1,7}$/.test(text) && Number(text) <= ruleLimits.count ? Number(text) : blame(question, 'count', walk);
    case 'share':
      return /^\d{1,3}(\.\d{1,12})?$/.test(text) && Number(text) <= 100
        ? Number((Number(text) / 100).toPrecision(14))
        : blame(question, 'share', walk);
    case 'days':
    case 'age':
      return /^\d{1,4}$/.test(text) && Number(text) <= ruleLimits.days ? Number(text) : blame(question, 'days', walk);
    case 'money':
      return readMoney(text, walk.context.currency) ?? blame(question, 'money', walk);
    case 'day':
      return readDay(text, walk.context.timeZone) ?? blame(question, 'day', walk);
    case 'flag':
      return question.flag;
    default:
      if (question.list.length === 0) return blame(question, 'noValues', walk);
      if (question.list.length > ruleLimits.values) return blame(question, 'tooManyValues', walk);
      return [...question.list];
  }
}

/** Null for what is no amount, and for more decimals than the currency has: nobody's cents are rounded away. */
function readMoney(text: string, currency: CurrencyCode): number | null {
  const decimals = text.split('.')[1]?.length ?? 0;
  return decimals > exponentOf(currency) ? null : parseDecimal(text, currency);
}

/** The moment the day begins in the store's zone. */
function readDay(text: string, timeZone: string): string | null {
  if (text.includes('T')) return parseInstant(text) === null ? null : text;
  const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1) return null;
  const isDay = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text);
  return isDay ? toIsoString(fromLocalTime({ year, month, day, minuteOfDay: 0 }, timeZone)) : null;
}

function blame(part: Part, problem: Problem, walk: Walk): null {
  walk.problems.set(part.id, problem);
  return null;
}
