import type { SequenceDefinition } from '@regulars/core/sequences';

import type { StepProgress } from '../../../api/sequences.ts';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { nameReason } from '../name-reason.ts';
import type { Behind } from './behind.ts';
import styles from './canvas.module.css';
import { Count } from './count.tsx';
import type { Span } from './span.ts';

export interface WhereaboutsProps {
  readonly step: SequenceDefinition['steps'][number];
  readonly title: string;
  readonly progress: StepProgress;
  readonly span: Span;
  readonly onBehind: (behind: Behind) => void;
}

/** What became of those who came by a step, in counts that add up to them. Nothing where all just went on. */
export function Whereabouts({ step, title, progress, span, onBehind }: WhereaboutsProps) {
  const { sequences: t } = useMessages();
  const { number } = useFormats();
  const { reached, waiting, waitingFromBefore, wentOn, finished, failed, exits } = progress;
  if (wentOn === reached && waitingFromBefore === 0) return null;
  const days = t.days(span.days);
  const at = { stepId: step.id, enrolledSince: span.since };
  const left = step.kind === 'send' ? t.leftAfter : t.left;
  return (
    <div className={styles['whereabouts']}>
      {reached > 0 && <span className={styles['reached']}>{t.ofThese(number(reached))}</span>}
      {waiting > 0 && (
        <Count
          text={t.here(number(waiting))}
          count={waiting}
          tone="waiting"
          onPress={() =>
            onBehind({ kind: 'enrollments', choice: { ...at, status: 'active' }, title: t.behind.waiting(title, days) })
          }
        />
      )}
      {wentOn > 0 && <span className={styles['reached']}>{t.wentOn(number(wentOn))}</span>}
      {finished > 0 && (
        <Count
          text={t.finished(number(finished))}
          count={finished}
          tone="good"
          onPress={() =>
            onBehind({
              kind: 'enrollments',
              choice: { ...at, status: 'completed' },
              title: t.behind.finished(title, days),
            })
          }
        />
      )}
      {exits.map(({ reason, customers }) => (
        <Count
          key={reason}
          text={left(number(customers), nameReason(reason, t))}
          count={customers}
          tone="left"
          onPress={() =>
            onBehind({
              kind: 'enrollments',
              choice: { ...at, status: 'exited', reason },
              title: t.behind.left(title, nameReason(reason, t), days),
            })
          }
        />
      ))}
      {failed > 0 && (
        <Count
          text={t.setAside(number(failed))}
          count={failed}
          tone="skipped"
          onPress={() =>
            onBehind({
              kind: 'enrollments',
              choice: { ...at, status: 'failed' },
              title: t.behind.setAside(title, days),
            })
          }
        />
      )}
      {waitingFromBefore > 0 && (
        <Count
          text={t.hereFromBefore(number(waitingFromBefore))}
          count={waitingFromBefore}
          tone="waiting"
          onPress={() =>
            onBehind({
              kind: 'enrollments',
              choice: { stepId: step.id, status: 'active', enrolledBefore: span.since },
              title: t.behind.fromBefore(title, days),
            })
          }
        />
      )}
    </div>
  );
}
