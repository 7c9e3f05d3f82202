import type { SequenceDefinition } from '@regulars/core/sequences';
import { Clock, Gift, GitBranch, LogOut, Mail, type LucideIcon } from 'lucide-react';

import type { StepProgress } from '../../../api/sequences.ts';
import { Button } from '../../../components/button.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { describeStep } from '../describe-step.ts';
import { nameReason } from '../name-reason.ts';
import type { PreviewedMail } from '../preview-dialog.tsx';
import type { Behind } from './behind.ts';
import { BranchShares } from './branch-shares.tsx';
import styles from './canvas.module.css';
import { Count } from './count.tsx';
import { MailCounts } from './mail-counts.tsx';

type Step = SequenceDefinition['steps'][number];

const icons: Readonly<Record<Step['kind'], LucideIcon>> = {
  wait: Clock,
  send: Mail,
  branch: GitBranch,
  reward: Gift,
  exit: LogOut,
};

export interface StepNodeProps {
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly progress: StepProgress;
  /** How many began: the n of what reached the step. */
  readonly enrolled: number;
  readonly onPreview: (mail: PreviewedMail) => void;
  readonly onBehind: (behind: Behind) => void;
}

/** One step and what happened there. */
export function StepNode({ step, steps, progress, enrolled, onPreview, onBehind }: StepNodeProps) {
  const messages = useMessages();
  const t = messages.sequences;
  const formats = useFormats();
  const Icon = icons[step.kind];
  const title = describeStep(step, messages);
  const share = enrolled === 0 ? null : formats.percent(progress.reached / enrolled);
  return (
    <div className={`${styles['node']} ${styles[step.kind] ?? ''}`}>
      <span className={styles['icon']}>
        <Icon size={16} aria-hidden />
      </span>
      <span className={styles['title']}>{title}</span>
      {step.kind === 'send' && (
        <div className={styles['read']}>
          <Button
            size="small"
            look="quiet"
            onClick={() => onPreview({ templateKey: step.templateKey, purpose: step.purpose })}
            aria-label={`${t.preview}: ${title}`}
          >
            {t.preview}
          </Button>
        </div>
      )}
      <div className={styles['counts']}>
        <span className={styles['reached']}>
          {share === null
            ? t.reached(formats.number(progress.reached))
            : t.reachedOf(formats.number(progress.reached), formats.number(enrolled), share)}
        </span>
        {step.kind === 'wait' && (
          <Count
            text={t.here(formats.number(progress.waiting))}
            count={progress.waiting}
            tone="waiting"
            onPress={() => onBehind({ kind: 'waiting', stepId: step.id, title: t.behind.waiting(title) })}
          />
        )}
        {step.kind === 'send' && <MailCounts step={step} title={title} mails={progress.mails} onBehind={onBehind} />}
        {step.kind === 'branch' && progress.branch !== null && (
          <BranchShares step={step} steps={steps} shares={progress.branch} />
        )}
        {progress.exits.map(({ reason, customers }) => (
          <Count
            key={reason}
            text={t.left(formats.number(customers), nameReason(reason, t))}
            count={customers}
            tone="left"
            onPress={() => onBehind({ kind: 'left', reason, title: t.behind.left(nameReason(reason, t)) })}
          />
        ))}
      </div>
    </div>
  );
}
