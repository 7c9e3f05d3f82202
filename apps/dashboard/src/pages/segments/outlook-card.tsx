import { useQuery } from '@tanstack/react-query';

import { segmentOutlookQuery } from '../../api/forecasts.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';

/** What the members of a segment are expected to do. */
export function OutlookCard({ store, segmentId }: { readonly store: Store; readonly segmentId: string }) {
  const t = useMessages().forecasts;
  const formats = useFormats();
  const { data } = useQuery(segmentOutlookQuery(store.id, segmentId));
  if (data === undefined)
    return (
      <Card title={t.title}>
        <Skeleton lines={2} />
      </Card>
    );
  if (data.foreseenCount === 0)
    return (
      <Card title={t.title}>
        <p>{t.none}</p>
      </Card>
    );
  const average = data.averageProbabilityAlive;
  return (
    <Card title={t.title}>
      <Stats>
        <Stat
          label={t.segment.value}
          value={formats.roughMoney({ amountMinor: data.predictedValueMinor, currency: store.currency })}
          note={t.segment.valueNote(formats.number(data.foreseenCount))}
        />
        <Stat
          label={t.segment.alive}
          value={average === null ? '–' : formats.wholePercent(average)}
          note={t.segment.aliveNote}
        />
        <Stat
          label={t.segment.due}
          value={formats.number(data.dueThisWeekCount)}
          note={t.segment.overdue(formats.number(data.overdueCount))}
        />
      </Stats>
    </Card>
  );
}
