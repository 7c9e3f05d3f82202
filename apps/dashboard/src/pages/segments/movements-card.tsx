import { useQuery } from '@tanstack/react-query';

import { segmentMovementsQuery } from '../../api/segments.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useNow } from '../../shell/use-now.ts';
import styles from './segments.module.css';
import { toWeeks } from './to-weeks.ts';

const weekCount = 26;

/** Who came and who left, week by week. */
export function MovementsCard({ store, segmentId }: { readonly store: Store; readonly segmentId: string }) {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const movements = useQuery(segmentMovementsQuery(store.id, segmentId, weekCount * 7));
  return (
    <QueryState query={movements}>
      {(days) => {
        const weeks = toWeeks(days, dayIn(store.timeZone, nowMs), weekCount);
        const came = weeks.map(({ entered }) => entered);
        const left = weeks.map((week) => week.left);
        const [cameCount, leftCount] = [sum(came), sum(left)];
        if (cameCount + leftCount === 0)
          return (
            <Card title={t.segments.chartTitle}>
              <p className={styles['quiet']}>{t.segments.chartEmpty}</p>
            </Card>
          );
        return (
          <Card>
            <LineChart
              title={t.segments.chartTitle}
              note={t.segments.chartNote}
              summary={t.segments.chartSummary(formats.number(cameCount), formats.number(leftCount))}
              labels={weeks.map(({ firstDay }) => formats.day(`${firstDay}T12:00:00Z`))}
              series={[
                { name: t.segments.chartCame, values: came },
                { name: t.segments.chartLeft, values: left },
              ]}
            />
          </Card>
        );
      }}
    </QueryState>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Today, where the store is: `2026-01-31`. */
function dayIn(timeZone: string, nowMs: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(nowMs);
}
