import { repairHooks, type HookCheck } from '../../../api/sync.ts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { CopyField } from '../../../components/copy-field.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { useNow } from '../../../shell/use-now.ts';
import { Detail } from './detail.tsx';
import styles from './sync.module.css';
import { useSyncAction } from './use-sync-action.ts';

export interface HookDetailsProps {
  readonly storeId: string;
  readonly connectionId: string;
  readonly check: HookCheck | null;
  /** Where the shop delivers to. */
  readonly hookUrl: string;
  readonly mayWrite: boolean;
}

const tones = { active: 'good', missing: 'bad', disabled: 'attention' } as const;

/** Whether the shop delivers each kind of change, when that was looked at, and what was repaired. */
export function HookDetails({ storeId, connectionId, check, hookUrl, mayWrite }: HookDetailsProps) {
  const { sync: t, connections } = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const repair = useSyncAction(storeId, () => repairHooks(storeId, connectionId), t.hooksRepairedNow);
  return (
    <Detail
      title={t.hooksTitle}
      note={
        check === null
          ? t.hooksNever
          : t.hooksNote(formats.ago(check.checkedAt, nowMs), formats.ago(check.nextCheckAt, nowMs))
      }
      action={
        mayWrite && (
          <div className={styles['buttons']}>
            <Button size="small" isBusy={repair.isPending} onClick={() => repair.mutate()}>
              {t.repairNow}
            </Button>
          </div>
        )
      }
    >
      {check !== null && check.topics.length > 0 && (
        <ul className={styles['hooks']}>
          {check.topics.map(({ topic, state }) => (
            <li key={topic}>
              <code>{topic}</code>
              <Badge tone={tones[state]}>{t.hookStates[state]}</Badge>
            </li>
          ))}
        </ul>
      )}
      {check !== null && check.repairedAt !== null && (
        <p className={styles['quiet']}>
          {check.repairedTopics.length < check.topics.length
            ? t.repaired(formats.list(check.repairedTopics), formats.ago(check.repairedAt, nowMs))
            : t.repairedAll(formats.ago(check.repairedAt, nowMs))}
        </p>
      )}
      <CopyField label={connections.hookUrl} text={hookUrl} />
      <ProblemNotice error={repair.error} />
    </Detail>
  );
}
