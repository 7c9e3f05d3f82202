import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import { textOf, toName, type Words } from './words.ts';

/** A mail that is still to go, or was called off before it went. */
export function describePlan(row: TimelineRow, { t, formats }: Words): TimelineEntry | null {
  if (row.kind !== 'mail') return null;
  const template = toName(textOf(row, 'templateKey'));
  const title = row.isPending ? t.planned(template, formats.dateTime(row.at)) : t.calledOff(template);
  return { title, why: row.why, tone: 'neutral', topic: 'mail', mailId: null };
}
