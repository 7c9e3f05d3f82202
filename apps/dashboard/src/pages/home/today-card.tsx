import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { DayOfMails } from '../../api/reports.ts';
import { sequencesQuery } from '../../api/sequences.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { toName } from '../customers/timeline/words.ts';
import { nameMail, nameSequence } from '../sequences/names.ts';
import styles from './home.module.css';
import { WaysOn } from './ways-on.tsx';

/** What is sent on the store's day, by sequence and mail; and what was not, with why. */
export function TodayCard({ today, store }: { readonly today: DayOfMails; readonly store: Store }) {
  const t = useMessages();
  const formats = useFormats();
  const sequences = useQuery(sequencesQuery(store.id));
  const find = (key: string | null) => sequences.data?.find((sequence) => sequence.key === key);
  const nameOf = (key: string | null) => {
    const sequence = find(key);
    if (sequence !== undefined) return nameSequence(sequence, t);
    return key === null ? t.home.noSequence : toName(key);
  };
  const nameLine = ({ sequenceKey, templateKey }: Line) => {
    if (templateKey !== null) return nameMail(templateKey, t);
    const sequence = find(sequenceKey);
    return sequence === undefined ? t.home.decidesLater : <WaysOn storeId={store.id} sequenceId={sequence.id} />;
  };
  const groups = [...Map.groupBy(today.lines, ({ sequenceKey }) => sequenceKey)];
  const unsent = listUnsent(today, t.home);
  return (
    <Card
      title={t.home.today}
      note={t.home.todayNote(store.timeZone)}
      action={
        <Link to="/stores/$slug/mailbox" params={{ slug: store.slug }}>
          {t.home.toMailbox}
        </Link>
      }
    >
      <p className={styles['sums']}>
        <span>
          <strong>{formats.number(today.sent)}</strong> {t.home.sent}
        </span>
        <span>
          <strong>{formats.number(today.planned)}</strong> {t.home.toGo}
        </span>
      </p>
      {groups.length === 0 && unsent.length === 0 && <p className={styles['quiet']}>{t.home.noMails}</p>}
      {groups.map(([sequenceKey, lines]) => (
        <section key={sequenceKey ?? ''} className={styles['group']}>
          <h3 className={styles['groupName']}>{nameOf(sequenceKey)}</h3>
          <ul>
            {lines.toSorted(knownFirst).map((line) => (
              <li key={line.templateKey ?? ''} className={styles['line']}>
                <span>{nameLine(line)}</span>
                <span className={styles['amounts']}>
                  {[
                    ...(line.sent > 0 ? [`${formats.number(line.sent)} ${t.home.sent}`] : []),
                    ...(line.planned > 0 ? [`${formats.number(line.planned)} ${t.home.toGo}`] : []),
                  ].join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {unsent.length > 0 && (
        <section className={styles['group']}>
          <h3 className={styles['groupName']}>{t.home.skippedTitle}</h3>
          <ul>
            {unsent.map(({ why, count }) => (
              <li key={why} className={styles['line']}>
                <span>{why}</span>
                <span className={styles['amounts']}>{formats.number(count)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

type Line = DayOfMails['lines'][number];

function knownFirst(one: Line, other: Line): number {
  return Number(one.templateKey === null) - Number(other.templateKey === null);
}

function listUnsent({ skipped, refused, unclear }: DayOfMails, t: Messages['home']) {
  return [
    ...skipped.map(({ reason, count }) => ({ why: t.reasons[reason] ?? toName(reason), count })),
    { why: t.refused, count: refused },
    { why: t.unclear, count: unclear },
  ].filter(({ count }) => count > 0);
}
