import type { TimelineRow } from './timeline-entry.ts';
import type { Words } from './words.ts';

type Gate = keyof Words['gates']['names'];

/** Which gate each reason belongs to. */
const gateOf: Readonly<Record<string, Gate>> = {
  erased: 'address',
  no_address: 'address',
  // By the link in a mail or at the shop: either way it is what they said.
  unsubscribed: 'consent',
  hard_bounce: 'suppression',
  complaint: 'suppression',
  manual: 'suppression',
  no_consent: 'consent',
  cap: 'frequency',
  stale: 'timing',
  quiet_hours: 'timing',
  sequence_ended: 'sequence',
  sequence_paused: 'sequence',
  case_open: 'person',
  store_paused: 'store',
  template_missing: 'template',
  render_failed: 'template',
  facts_not_ready: 'template',
  recipient_invalid: 'provider',
  recipient_suppressed: 'provider',
  message_refused: 'provider',
  policy: 'provider',
  too_large: 'provider',
  outcome_unknown: 'provider',
};

/** The gate that held a mail, its limit, and until when; null where none did. */
export function describeGate(row: TimelineRow, { gates, formats }: Words): string | null {
  const gate = gateOf[row.reason ?? ''];
  if (gate === undefined) return null;
  const date = (atMs: number) => formats.dateTime(new Date(atMs).toISOString());
  const cap = row.data['cap'] as { messages: number; withinMs: number; freeAt: number } | undefined;
  const dueAt = row.data['dueAt'];
  return [
    gates.decidedBy(gates.names[gate]),
    cap === undefined ? null : gates.limit(cap.messages, formats.duration(cap.withinMs)),
    cap === undefined ? null : gates.freeAt(date(cap.freeAt)),
    row.reason === 'stale' && typeof dueAt === 'number' ? gates.wasDue(date(dueAt)) : null,
    row.isPending ? gates.until(formats.dateTime(row.at)) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
