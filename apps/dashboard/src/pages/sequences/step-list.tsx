import { Clock, Gift, GitBranch, LogOut, Mail, Play, type LucideIcon } from 'lucide-react';

import type { DetailedSequence } from '../../api/sequences.ts';
import { Button } from '../../components/button.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { describeBranch, describeStep, describeTrigger } from './describe-step.ts';
import styles from './sequences.module.css';

const icons: Readonly<Record<DetailedSequence['definition']['steps'][number]['kind'], LucideIcon>> = {
  wait: Clock,
  send: Mail,
  branch: GitBranch,
  reward: Gift,
  exit: LogOut,
};

export interface StepListProps {
  readonly sequence: DetailedSequence;
  readonly onPreview: (templateKey: string) => void;
}

/** The steps from top to bottom, each with its counts. */
export function StepList({ sequence: { definition, steps }, onPreview }: StepListProps) {
  const t = useMessages();
  const formats = useFormats();
  return (
    <ol className={styles['steps']}>
      <li className={`${styles['step']} ${styles['trigger']}`}>
        <Play size={17} aria-hidden />
        <span>{describeTrigger(definition.trigger, t)}</span>
      </li>
      {definition.steps.map((step) => {
        const Icon = icons[step.kind];
        const branch = describeBranch(step, definition.steps, t);
        const counts = steps.find(({ stepId }) => stepId === step.id);
        return (
          <li key={step.id} className={`${styles['step']} ${styles[step.kind] ?? ''}`}>
            <span className={styles['icon']}>
              <Icon size={17} aria-hidden />
            </span>
            <span className={styles['title']}>{describeStep(step, t)}</span>
            {step.kind === 'send' && (
              <Button
                size="small"
                look="quiet"
                onClick={() => onPreview(step.templateKey)}
                aria-label={`${t.sequences.preview}: ${describeStep(step, t)}`}
              >
                {t.sequences.preview}
              </Button>
            )}
            <span className={styles['counts']}>
              {[
                ...(branch === null ? [] : [branch]),
                t.sequences.reached(formats.number(counts?.reached ?? 0)),
                ...(step.kind === 'wait' ? [t.sequences.here(formats.number(counts?.waiting ?? 0))] : []),
              ].join(' · ')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
