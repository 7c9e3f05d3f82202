import { Play } from 'lucide-react';

import type { DetailedSequence, SequenceProgress, StepProgress } from '../../../api/sequences.ts';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { describeTrigger } from '../describe-step.ts';
import type { PreviewedMail } from '../preview-dialog.tsx';
import styles from './canvas.module.css';
import { listDays } from './list-days.ts';
import { StepNode } from './step-node.tsx';
import type { Behind } from './behind.ts';

export interface CanvasProps {
  readonly definition: DetailedSequence['definition'];
  readonly progress: SequenceProgress | undefined;
  readonly onPreview: (mail: PreviewedMail) => void;
  /** A count was pressed: the customers behind it are wanted. */
  readonly onBehind: (behind: Behind) => void;
}

const nothing: Omit<StepProgress, 'stepId'> = {
  reached: 0,
  waiting: 0,
  waitingFromBefore: 0,
  wentOn: 0,
  finished: 0,
  exits: [],
  failed: 0,
  branch: null,
  mails: [],
};

/** A sequence from top to bottom: what begins it, then each step with its counts. */
export function Canvas({ definition, progress, onPreview, onBehind }: CanvasProps) {
  const t = useMessages();
  const formats = useFormats();
  const days = listDays(definition.steps);
  return (
    <ol className={styles['canvas']}>
      <li className={styles['row']}>
        <span className={styles['day']} />
        <div className={`${styles['node']} ${styles['trigger']}`}>
          <span className={styles['icon']}>
            <Play size={16} aria-hidden />
          </span>
          <span className={styles['title']}>{describeTrigger(definition.trigger, t)}</span>
          {progress !== undefined && (
            <span className={styles['reached']}>{t.sequences.began(formats.number(progress.enrolled))}</span>
          )}
        </div>
      </li>
      {definition.steps.map((step, index) => (
        <li key={step.id} className={styles['row']}>
          <span className={styles['day']}>
            {days[index] !== undefined && days[index] !== days[index - 1] ? t.sequences.day(days[index]) : ''}
          </span>
          <StepNode
            step={step}
            steps={definition.steps}
            progress={progress?.steps.find(({ stepId }) => stepId === step.id) ?? { stepId: step.id, ...nothing }}
            span={progress}
            onPreview={onPreview}
            onBehind={onBehind}
          />
        </li>
      ))}
    </ol>
  );
}
