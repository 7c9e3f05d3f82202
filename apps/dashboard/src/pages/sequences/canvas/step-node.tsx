import type { SequenceDefinition } from '@regulars/core/sequences';
import { Clock, Gift, GitBranch, LogOut, Mail, type LucideIcon } from 'lucide-react';

import type { StepProgress } from '../../../api/sequences.ts';
import { Button } from '../../../components/button.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { describeStep } from '../describe-step.ts';
import type { PreviewedMail } from '../preview-dialog.tsx';
import type { Behind } from './behind.ts';
import { BranchShares } from './branch-shares.tsx';
import styles from './canvas.module.css';
import { MailCounts } from './mail-counts.tsx';
import type { Span } from './span.ts';
import { Whereabouts } from './whereabouts.tsx';

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
  /** Whom the counts are of; undefined until they are known. */
  readonly span: Span | undefined;
  readonly onPreview: (mail: PreviewedMail) => void;
  readonly onBehind: (behind: Behind) => void;
}

/** One step and what happened there. */
export function StepNode({ step, steps, progress, span, onPreview, onBehind }: StepNodeProps) {
  const messages = useMessages();
  const t = messages.sequences;
  const formats = useFormats();
  const Icon = icons[step.kind];
  const title = describeStep(step, messages);
  const enrolled = span?.enrolled ?? 0;
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
        {step.kind === 'send' && span !== undefined && (
          <MailCounts step={step} title={title} mails={progress.mails} span={span} onBehind={onBehind} />
        )}
        {step.kind === 'branch' && progress.branch !== null && (
          <BranchShares step={step} steps={steps} shares={progress.branch} />
        )}
        {span !== undefined && (
          <Whereabouts step={step} title={title} progress={progress} span={span} onBehind={onBehind} />
        )}
      </div>
    </div>
  );
}
