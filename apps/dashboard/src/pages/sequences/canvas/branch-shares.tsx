import type { SequenceDefinition } from '@regulars/core/sequences';

import type { StepProgress } from '../../../api/sequences.ts';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { describeStep } from '../describe-step.ts';
import styles from './canvas.module.css';

type Step = SequenceDefinition['steps'][number];

export interface BranchSharesProps {
  readonly step: Extract<Step, { kind: 'branch' }>;
  readonly steps: readonly Step[];
  readonly shares: NonNullable<StepProgress['branch']>;
}

/** How many went which way, and where each way leads. */
export function BranchShares({ step, steps, shares }: BranchSharesProps) {
  const messages = useMessages();
  const { sequences: t } = messages;
  const formats = useFormats();
  const total = shares.then + shares.otherwise;
  const ways = [
    { key: 'then', name: t.yes, count: shares.then, targetId: step.then },
    { key: 'otherwise', name: t.no, count: shares.otherwise, targetId: step.otherwise },
  ] as const;
  return (
    <div className={styles['shares']}>
      {ways.map(({ key, name, count, targetId }) => {
        const target = steps.find(({ id }) => id === targetId);
        return (
          <div key={key} className={styles['way']}>
            <span className={styles['wayName']}>
              {t.way(name, target === undefined ? targetId : describeStep(target, messages))}
            </span>
            <span className={styles['track']} aria-hidden>
              <span style={{ inlineSize: `${total === 0 ? 0 : (count / total) * 100}%` }} />
            </span>
            <span className={styles['wayCount']}>
              {total === 0
                ? '–'
                : t.share(formats.percent(count / total), formats.number(count), formats.number(total))}
            </span>
          </div>
        );
      })}
    </div>
  );
}
