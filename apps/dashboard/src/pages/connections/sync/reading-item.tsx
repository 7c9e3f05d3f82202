import { pausePull, resumePull } from '../../../api/sync.ts';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { FailureWords } from './failure-words.tsx';
import type { Concern } from './list-concerns.ts';
import { PullList } from './pull-list.tsx';
import styles from './sync.module.css';
import { useSyncAction } from './use-sync-action.ts';

export interface ReadingItemProps {
  readonly storeId: string;
  readonly reading: Extract<Concern, { readonly kind: 'reading' }>;
  readonly mayWrite: boolean;
}

/** A reading that is not over: how far it is, what stopped it, and the way to stop it or to let it go on. */
export function ReadingItem({ storeId, reading: { purpose, standing, pulls }, mayWrite }: ReadingItemProps) {
  const { sync: t } = useMessages();
  const stopped = pulls.filter(({ state }) => state === 'paused' || state === 'failed');
  const moving = pulls.filter(({ state }) => state === 'running' || state === 'waiting');
  const failures = pulls.flatMap(({ state, failure }) => (state === 'failed' && failure !== null ? [failure] : []));
  const pause = useSyncAction(storeId, () => forEach(storeId, moving, pausePull), t.pausedNow);
  const resume = useSyncAction(storeId, () => forEach(storeId, stopped, resumePull), t.resumedNow);
  const words = {
    backfill: { running: t.backfill, paused: t.backfillPaused, failed: t.backfillFailed },
    repair: { running: t.repair, paused: t.repairPaused, failed: t.repairFailed },
  }[purpose][standing];
  return (
    <div className={styles['reading']}>
      {standing === 'running' ? (
        <p>{words}</p>
      ) : (
        <Notice tone={standing === 'failed' ? 'bad' : 'attention'}>
          <p>{words}</p>
          {dropRepeated(failures).map((failure) => (
            <FailureWords key={failure.message} failure={failure} />
          ))}
        </Notice>
      )}
      <PullList pulls={pulls} />
      <ProblemNotice error={pause.error ?? resume.error} />
      {mayWrite && (
        <div className={styles['buttons']}>
          {stopped.length > 0 && (
            <Button size="small" isBusy={resume.isPending} onClick={() => resume.mutate()}>
              {standing === 'failed' ? t.tryAgain : t.resume}
            </Button>
          )}
          {moving.length > 0 && (
            <Button size="small" isBusy={pause.isPending} onClick={() => pause.mutate()}>
              {t.pause}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

async function forEach(
  storeId: string,
  pulls: readonly { readonly id: string }[],
  run: (storeId: string, pullId: string) => Promise<void>,
): Promise<void> {
  await Promise.all(pulls.map(({ id }) => run(storeId, id)));
}

/** Wrong keys stop every part for the same reason, which is said once. */
function dropRepeated<Failure extends { readonly message: string }>(failures: readonly Failure[]): readonly Failure[] {
  return failures.filter(({ message }, index) => failures.findIndex((other) => other.message === message) === index);
}
