import type { Pull } from '../../../api/sync.ts';
import { Button } from '../../../components/button.tsx';
import { Definitions } from '../../../components/definitions.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import type { Formats } from '../../../formats/formats.ts';
import type { Messages } from '../../../messages/en.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { countOf } from './count-of.ts';
import { Detail } from './detail.tsx';
import styles from './sync.module.css';

export interface HistoryDetailsProps {
  readonly pulls: readonly Pull[];
  readonly mayWrite: boolean;
  readonly onBegin: () => void;
}

/** What was read of the time before the shop was connected, and the way to read it again. */
export function HistoryDetails({ pulls, mayWrite, onBegin }: HistoryDetailsProps) {
  const { sync: t } = useMessages();
  const formats = useFormats();
  const isOver = pulls.every(({ state }) => state === 'done');
  return (
    <Detail
      title={t.historyTitle}
      note={pulls.length === 0 ? t.historyNever : t.historyNote}
      action={
        mayWrite &&
        isOver && (
          <div className={styles['buttons']}>
            <Button size="small" onClick={onBegin}>
              {pulls.length === 0 ? t.begin : t.beginAgain}
            </Button>
          </div>
        )
      }
    >
      {pulls.length > 0 && (
        <Definitions
          items={pulls.map((pull) => ({ name: t.resources[pull.resource], value: describePull(pull, t, formats) }))}
        />
      )}
    </Detail>
  );
}

function describePull(pull: Pull, t: Messages['sync'], formats: Formats): string {
  const { updatedFrom, finishedAt, partsRejected } = pull;
  const count = formats.number(countOf(pull));
  return [
    finishedAt === null ? t.read(count) : t.readAt(count, formats.dateTime(finishedAt)),
    updatedFrom === null ? null : t.sinceDay(formats.date(updatedFrom)),
    partsRejected === 0 ? null : t.rejected(formats.number(partsRejected), partsRejected === 1),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
