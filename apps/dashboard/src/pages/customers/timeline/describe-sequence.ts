import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import { numberOf, textOf, type Words } from './words.ts';

interface Outcome {
  readonly kind?: string;
  readonly dueAt?: number;
  readonly templateKey?: string;
  readonly segmentKey?: string;
  readonly isMember?: boolean;
}

/** How a sequence goes on, step by step, and why it stops. */
export function describeSequence(row: TimelineRow, words: Words): TimelineEntry | null {
  const { t } = words;
  const sequence = words.sequenceName(textOf(row, 'sequenceKey'));
  const entry = (title: string, why: string | null, tone: TimelineEntry['tone'] = 'neutral') => ({
    title,
    why,
    tone,
    topic: 'sequence' as const,
    mailId: null,
  });
  switch (row.kind) {
    case 'enrolled':
      return entry(t.enrolled(sequence), describeCause(row, words));
    case 'stepTaken':
      return entry(describeStep(row.data['outcome'] ?? {}, words), t.stepIn(sequence));
    case 'waitShortened':
      return entry(
        t.waitShortened(words.formats.dateTime(new Date(numberOf(row, 'dueAt')).toISOString())),
        t.waitShortenedWhy,
        'good',
      );
    case 'enrollmentEnded':
      return textOf(row, 'status') === 'completed'
        ? entry(t.enrollmentCompleted(sequence), null, 'good')
        : entry(t.enrollmentExited(sequence), words.gates.reasons[row.reason ?? ''] ?? row.why, 'attention');
    case 'enrollmentFailed':
      return entry(t.enrollmentFailed, t.enrollmentFailedWhy, 'bad');
    case 'rewardGranted':
      return { ...entry(t.rewardGranted, t.stepIn(sequence), 'good'), topic: 'reward' };
    default:
      return null;
  }
}

function describeCause({ data }: TimelineRow, { t }: Words): string {
  if (typeof data['cartId'] === 'string') return t.enrolledByCart;
  return data['orderId'] === null ? t.enrolledBySegment : t.enrolledForOrder;
}

function describeStep(outcome: Outcome, { t, mailName, segmentName, formats }: Words): string {
  switch (outcome.kind) {
    case 'wait':
      return t.stepWait(formats.dateTime(new Date(outcome.dueAt ?? 0).toISOString()));
    case 'send':
      return t.stepSend(mailName(outcome.templateKey ?? ''));
    case 'branch':
      return t.stepBranch(outcome.isMember === true, segmentName(outcome.segmentKey ?? ''));
    default:
      return t.stepReward;
  }
}
