import type { Pull } from '../../../api/sync.ts';
import { Progress } from '../../../components/progress.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import type { Formats } from '../../../formats/formats.ts';
import type { Messages } from '../../../messages/en.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { countOf } from './count-of.ts';
import styles from './sync.module.css';

/** How far each part of a reading is: by a bar once it has begun, in words before and after. */
export function PullList({ pulls }: { readonly pulls: readonly Pull[] }) {
  return (
    <ul className={styles['pulls']}>
      {pulls.map((pull) => (
        <li key={pull.id} className={styles['pull']}>
          <Part pull={pull} />
          {pull.state === 'waiting' && pull.failure !== null && (
            <p className={styles['quiet']} lang="en">
              {pull.failure.message}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Part({ pull }: { readonly pull: Pull }) {
  const { sync: t } = useMessages();
  const formats = useFormats();
  const { resource, state, total, perSecond, remainingMs } = pull;
  const count = countOf(pull);
  const words = describePart(pull, t, formats);
  const hasBar = state === 'running' || (state !== 'done' && count > 0 && total !== null);
  if (!hasBar)
    return (
      <p className={styles['part']}>
        <span className={styles['partName']}>{t.resources[resource]}</span>
        <span className={styles['quiet']}>
          {[count === 0 && state !== 'done' ? null : t.read(formats.number(count)), words]
            .filter((word) => word !== null)
            .join(' · ')}
        </span>
      </p>
    );
  return (
    <>
      <Progress
        label={t.resources[resource]}
        done={count}
        total={total}
        perSecond={perSecond}
        remainingMs={remainingMs}
      />
      {words !== null && <p className={styles['quiet']}>{words}</p>}
    </>
  );
}

function describePart({ state, waitsUntil }: Pull, t: Messages['sync'], formats: Formats): string | null {
  return {
    waiting: waitsUntil === null ? t.waitsForTurn : t.waitsUntil(formats.time(waitsUntil)),
    running: null,
    paused: t.partPaused,
    failed: t.partFailed,
    done: t.partDone,
  }[state];
}
