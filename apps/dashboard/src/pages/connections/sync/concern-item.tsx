import type { ReactNode } from 'react';

import { checkCounts, repairHooks, repairOrders, type SyncFailure } from '../../../api/sync.ts';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { describeDifference } from './describe-difference.ts';
import { FailureWords } from './failure-words.tsx';
import type { Concern } from './list-concerns.ts';
import { ReadingItem } from './reading-item.tsx';
import styles from './sync.module.css';
import { useSyncAction } from './use-sync-action.ts';

export interface ConcernItemProps {
  readonly storeId: string;
  readonly connectionId: string;
  readonly concern: Concern;
  readonly mayWrite: boolean;
}

/** One thing that is not simply well, in words, with the button that mends it. */
export function ConcernItem({ storeId, connectionId, concern, mayWrite }: ConcernItemProps) {
  const { sync: t } = useMessages();
  const formats = useFormats();
  const hooks = useSyncAction(storeId, () => repairHooks(storeId, connectionId), t.hooksRepairedNow);
  const counting = useSyncAction(storeId, () => checkCounts(storeId, connectionId), t.checkedNow);
  const repair = useSyncAction(storeId, () => repairOrders(storeId, connectionId), t.repairBegunNow);
  const button = (words: string, action: typeof hooks) =>
    mayWrite && (
      <Button size="small" isBusy={action.isPending} onClick={() => action.mutate()}>
        {words}
      </Button>
    );
  switch (concern.kind) {
    case 'reading':
      return <ReadingItem storeId={storeId} reading={concern} mayWrite={mayWrite} />;
    case 'notBegun':
      return <p>{t.notBegun}</p>;
    case 'catchUpFailed':
      return <Told tone="bad" words={t.catchUpFailed} failure={concern.failure} error={null} />;
    case 'hooksFailed':
      return (
        <Told tone="bad" words={t.hooksFailed} failure={concern.failure} error={hooks.error}>
          {button(t.tryAgain, hooks)}
        </Told>
      );
    case 'hooksOff': {
      const topics = concern.topics.map(({ topic }) => topic);
      return (
        <Told tone="attention" words={t.hooksOff(formats.list(topics), topics.length === 1)} error={hooks.error}>
          {button(t.repairNow, hooks)}
        </Told>
      );
    }
    case 'countFailed':
      return (
        <Told tone="bad" words={t.countFailed} failure={concern.failure} error={counting.error}>
          {button(t.tryAgain, counting)}
        </Told>
      );
    case 'apart':
      return (
        <Told tone="attention" words={describeDifference(concern.check, t, formats)} error={repair.error}>
          {concern.canRepair && button(t.repairOrders, repair)}
        </Told>
      );
  }
}

interface ToldProps {
  readonly tone: 'attention' | 'bad';
  readonly words: string;
  readonly failure?: SyncFailure;
  readonly error: Error | null;
  readonly children?: ReactNode;
}

function Told({ tone, words, failure, error, children }: ToldProps) {
  return (
    <>
      <Notice tone={tone}>
        <p>{words}</p>
        {failure !== undefined && <FailureWords failure={failure} />}
        {children !== undefined && children !== false && (
          <div className={`${styles['buttons']} ${styles['told']}`}>{children}</div>
        )}
      </Notice>
      <ProblemNotice error={error} />
    </>
  );
}
