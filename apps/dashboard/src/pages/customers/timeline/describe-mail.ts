import { describeGate } from './describe-gate.ts';
import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import { textOf, type Words } from './words.ts';

type MailKind =
  | 'messageAccepted'
  | 'messageSkipped'
  | 'messageRejected'
  | 'messageUnknown'
  | 'messageDelivered'
  | 'messageDeferred'
  | 'messageExpired'
  | 'messageBounced'
  | 'messageComplained'
  | 'messageUnsubscribed'
  | 'messageOpened'
  | 'messageClicked';

const tones: Readonly<Record<MailKind, TimelineEntry['tone']>> = {
  messageAccepted: 'good',
  messageSkipped: 'attention',
  messageRejected: 'bad',
  messageUnknown: 'bad',
  messageDelivered: 'good',
  messageDeferred: 'neutral',
  messageExpired: 'bad',
  messageBounced: 'bad',
  messageComplained: 'bad',
  messageUnsubscribed: 'attention',
  messageOpened: 'neutral',
  messageClicked: 'neutral',
};

/** Whether a mail went, and if not, why not. */
export function describeMail(row: TimelineRow, words: Words): TimelineEntry | null {
  const { t } = words;
  if (!(row.kind in tones)) return null;
  const kind = row.kind as MailKind;
  return {
    title: t[kind](words.mailName(textOf(row, 'templateKey'))),
    why: explain(row, words),
    rule: describeGate(row, words),
    tone: tones[kind],
    topic: 'mail',
    mailId: kind === 'messageAccepted' ? textOf(row, 'messageId') : null,
  };
}

function explain(row: TimelineRow, { t, gates }: Words): string | null {
  const bounce = t.bounces[textOf(row, 'bounceKind') as keyof typeof t.bounces];
  if (bounce !== undefined) return row.data['isPermanent'] === true ? `${bounce} ${t.suppressedByBounce}` : bounce;
  if (row.data['isMachine'] === true) return t.byMachine;
  return row.reason === null ? row.why : (gates.reasons[row.reason] ?? row.why);
}
