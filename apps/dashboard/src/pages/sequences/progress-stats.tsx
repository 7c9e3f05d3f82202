import type { SequenceProgress } from '../../api/sequences.ts';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { nameReason } from './name-reason.ts';

/** How those who began in the span fared, each figure with its n. */
export function ProgressStats({ progress }: { readonly progress: SequenceProgress }) {
  const { sequences: t } = useMessages();
  const formats = useFormats();
  const { enrolled, active, completed, failed, exits } = progress;
  const left = exits.reduce((sum, { customers }) => sum + customers, 0);
  const share = (count: number) =>
    enrolled === 0 ? undefined : t.shareOf(formats.percent(count / enrolled), formats.number(enrolled));
  return (
    <Stats>
      <Stat label={t.stats.began} value={formats.number(enrolled)} />
      <Stat label={t.stats.underWay} value={formats.number(active)} note={share(active)} />
      <Stat label={t.stats.finished} value={formats.number(completed)} note={share(completed)} />
      <Stat
        label={t.stats.left}
        value={formats.number(left)}
        note={
          exits.length === 0
            ? share(left)
            : exits.map(({ reason, customers }) => `${nameReason(reason, t)} ${formats.number(customers)}`).join(' · ')
        }
      />
      {failed > 0 && <Stat label={t.stats.failed} value={formats.number(failed)} note={share(failed)} />}
    </Stats>
  );
}
