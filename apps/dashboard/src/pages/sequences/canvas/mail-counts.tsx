import type { SequenceDefinition } from '@regulars/core/sequences';

import type { StepProgress } from '../../../api/sequences.ts';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { nameReason } from '../name-reason.ts';
import type { Behind } from './behind.ts';
import { Count } from './count.tsx';
import type { Span } from './span.ts';

export interface MailCountsProps {
  readonly step: SequenceDefinition['steps'][number];
  readonly title: string;
  readonly mails: StepProgress['mails'];
  readonly span: Span;
  readonly onBehind: (behind: Behind) => void;
}

const open: readonly string[] = ['planned', 'claimed', 'sending'];

/** What became of the mails a step planned: sent, skipped and why, or still at the gate. */
export function MailCounts({ step, title, mails, span, onBehind }: MailCountsProps) {
  const { sequences: t } = useMessages();
  const formats = useFormats();
  const sum = (chosen: StepProgress['mails']) => chosen.reduce((total, group) => total + group.mails, 0);
  const days = t.days(span.days);
  const at = { stepId: step.id, enrolledSince: span.since };
  const total = sum(mails);
  const sent = sum(mails.filter(({ state }) => state === 'accepted'));
  const waiting = sum(mails.filter(({ state }) => open.includes(state)));
  const others = mails.filter(({ state }) => state !== 'accepted' && !open.includes(state));
  return (
    <>
      <Count
        text={t.sentOf(formats.number(sent), formats.number(total))}
        count={sent}
        tone="good"
        onPress={() =>
          onBehind({ kind: 'mails', choice: { ...at, state: 'accepted' }, title: t.behind.sent(title, days) })
        }
      />
      {waiting > 0 && (
        <Count
          text={t.atGate(formats.number(waiting))}
          count={waiting}
          tone="waiting"
          onPress={() =>
            onBehind({ kind: 'mails', choice: { ...at, state: open.join(',') }, title: t.behind.atGate(title, days) })
          }
        />
      )}
      {others.map(({ state, reason, mails: count }) => (
        <Count
          key={`${state} ${reason}`}
          text={t.stateCount(formats.number(count), t.mailStates[state] ?? state, nameReason(reason ?? 'unknown', t))}
          count={count}
          tone="skipped"
          onPress={() =>
            onBehind({
              kind: 'mails',
              choice: { ...at, state, reason: reason ?? 'unknown' },
              title: t.behind.notSent(title, t.mailStates[state] ?? state, nameReason(reason ?? 'unknown', t), days),
            })
          }
        />
      ))}
    </>
  );
}
