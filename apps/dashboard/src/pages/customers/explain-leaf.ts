import type { SegmentVerdict } from '../../api/segments.ts';
import type { Store } from '../../api/stores.ts';
import type { Formats } from '../../formats/formats.ts';
import type { Messages } from '../../messages/en.ts';

interface Question {
  readonly field: string;
  readonly is: string;
  readonly value: unknown;
}

/** The question that decided, and the customer's answer: `Orders: 1 (asked for: at least 2)`. */
export function explainLeaf(
  { leaf, actual }: SegmentVerdict['deciding'][number],
  t: Messages,
  formats: Formats,
  { currency, timeZone }: Pick<Store, 'currency' | 'timeZone'>,
): string {
  const { field, is, value } = leaf as Question;
  const show = (shown: unknown, isFound: boolean): string => {
    if (Array.isArray(shown)) return shown.length === 0 ? t.rules.none : formats.list(shown.map(String));
    if (shown === null || shown === undefined) return t.common.unknown;
    if (typeof shown === 'boolean') return shown ? t.connections.yes : t.connections.no;
    if (field === 'probabilityAlive') return formats.percent(Number(shown));
    if (field === 'nextPurchaseInDays') {
      const days = formats.number(Math.abs(Number(shown)));
      return isFound ? t.rules.dueIn(Number(shown), days) : t.rules.days(Number(shown), days);
    }
    if (field.endsWith('DaysAgo')) return t.rules.daysAgo(Number(shown), formats.number(Number(shown)));
    if (field.endsWith('Minor')) return formats.money({ amountMinor: Math.round(Number(shown)), currency });
    if (field.endsWith('At')) return formats.dateIn(new Date(shown as string | number).toISOString(), timeZone);
    return typeof shown === 'number' ? formats.number(shown) : String(shown);
  };
  return t.rules.decided(
    t.rules.fields[field] ?? field,
    show(actual, true),
    `${t.rules.comparisons[is] ?? is} ${show(value, false)}`.trim(),
  );
}
