import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import { textOf, type Words } from './words.ts';

/** Who the customer is, what they allow, and which segments they are in. */
export function describePerson(row: TimelineRow, { t, gates, segmentName }: Words): TimelineEntry | null {
  const entry = (
    title: string,
    why: string | null,
    tone: TimelineEntry['tone'] = 'neutral',
    topic: TimelineEntry['topic'] = 'person',
  ) => ({
    title,
    why,
    tone,
    topic,
    mailId: null,
  });
  switch (row.kind) {
    case 'customerCreated':
      return entry(t.customerCreated, t.createdBy[textOf(row, 'source')] ?? null);
    case 'customerChanged':
      return entry(t.customerChanged, null);
    case 'customerErased':
      return entry(t.customerErased, t.erasedWhy);
    case 'consentChanged': {
      const state = textOf(row, 'state');
      const source = textOf(row, 'source');
      const title = state === 'subscribed' ? t.consentYes : state === 'unsubscribed' ? t.consentNo : t.consentOther;
      return entry(title, source === '' ? null : t.consentSource(source), state === 'subscribed' ? 'good' : 'neutral');
    }
    case 'unsubscribed':
      return entry(t.unsubscribed, null, 'attention', 'mail');
    case 'suppressed':
      return entry(t.suppressed, gates.reasons[row.reason ?? ''] ?? row.why, 'attention', 'mail');
    case 'segmentEntered':
      return entry(
        t.segmentEntered(segmentName(textOf(row, 'segmentKey'), textOf(row, 'name'))),
        t.segmentCause[textOf(row, 'cause')] ?? null,
        'neutral',
        'segment',
      );
    case 'segmentLeft':
      return entry(
        t.segmentLeft(segmentName(textOf(row, 'segmentKey'), textOf(row, 'name'))),
        t.segmentCause[textOf(row, 'cause')] ?? null,
        'neutral',
        'segment',
      );
    default:
      return null;
  }
}
