import type { SegmentLeaf, SegmentRule } from '@regulars/core/segments';
import { fromLocalTime, parseInstant, toDecimal, toLocalTime } from '@regulars/core/shared';

import {
  createGroup,
  createQuestion,
  fieldKinds,
  type Group,
  type MakeId,
  type Part,
  type Question,
  type RuleContext,
} from './rule-draft.ts';

/** The rule as a tree to be edited; the outermost part is always a group. */
export function toDraft(rule: SegmentRule, context: RuleContext, makeId: MakeId): Group {
  const part = toPart(rule, false, context, makeId);
  return part.kind === 'group' ? part : createGroup(makeId(), 'all', [part]);
}

function toPart(rule: SegmentRule, isNot: boolean, context: RuleContext, makeId: MakeId): Part {
  if ('not' in rule) return toPart(rule.not, !isNot, context, makeId);
  if ('all' in rule || 'any' in rule) {
    const [join, parts] = 'all' in rule ? (['all', rule.all] as const) : (['any', rule.any] as const);
    const inside = parts.map((part) => toPart(part, false, context, makeId));
    return { ...createGroup(makeId(), join, inside), isNot };
  }
  return { ...toQuestion(rule, context, makeId()), isNot };
}

function toQuestion(leaf: SegmentLeaf, { currency, timeZone }: RuleContext, id: string): Question {
  const question: Question = { ...createQuestion(id), field: leaf.field, is: leaf.is, text: '' };
  if (Array.isArray(leaf.value)) return { ...question, list: leaf.value };
  if (typeof leaf.value === 'boolean') return { ...question, flag: leaf.value };
  if (typeof leaf.value === 'string') return { ...question, text: toDay(leaf.value, timeZone) };
  if (fieldKinds[leaf.field] === 'money')
    return { ...question, text: toDecimal({ amountMinor: leaf.value, currency }).replace(/\.0+$/, '') };
  // Fourteen digits, as 0.07 times a hundred is not quite 7.
  if (fieldKinds[leaf.field] === 'share')
    return { ...question, text: String(Number((leaf.value * 100).toPrecision(14))) };
  return { ...question, text: String(leaf.value) };
}

/** The day that begins at this instant in the store's zone; an instant within a day stays as it is. */
function toDay(text: string, timeZone: string): string {
  const instant = parseInstant(text);
  if (instant === null) return text;
  const { year, month, day } = toLocalTime(instant, timeZone);
  if (fromLocalTime({ year, month, day, minuteOfDay: 0 }, timeZone) !== instant) return text;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
