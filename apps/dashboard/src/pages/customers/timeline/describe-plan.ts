import { describeGate } from './describe-gate.ts';
import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import { textOf, type Words } from './words.ts';

/** A mail that is still to go, or was called off before it went. */
export function describePlan(row: TimelineRow, words: Words): TimelineEntry | null {
  if (row.kind !== 'mail') return null;
  const { t, gates, formats } = words;
  const template = words.mailName(textOf(row, 'templateKey'));
  const title = row.isPending ? t.planned(template, formats.dateTime(row.at)) : t.calledOff(template);
  const why = row.reason === null ? row.why : (gates.reasons[row.reason] ?? row.why);
  return { title, why, rule: describeGate(row, words), tone: 'neutral', topic: 'mail', mailId: null };
}
