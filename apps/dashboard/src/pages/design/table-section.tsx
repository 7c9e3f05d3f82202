import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { Sparkline } from '../../components/charts/sparkline.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useSortedRows } from '../../components/use-sorted-rows.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { sampleRepeats, sampleSpent, sampleWeeks } from './sample.ts';

const figures = [
  { regulars: 341, spentMinor: 8_412_950, course: sampleWeeks, tone: 'good' },
  { regulars: 122, spentMinor: 6_190_400, course: sampleRepeats, tone: 'attention' },
  { regulars: 508, spentMinor: 3_377_125, course: sampleSpent, tone: 'bad' },
] as const;

export function TableSection() {
  const { design: t } = useMessages();
  const formats = useFormats();
  const sorted = useSortedRows(
    figures.map((row, index) => ({ ...row, name: t.stores[index] ?? '' })),
    { name: ({ name }) => name, regulars: ({ regulars }) => regulars, spent: ({ spentMinor }) => spentMinor },
    { key: 'regulars', direction: 'descending' },
  );
  return (
    <Card title={t.tables} note={t.tablesNote} spacing="flush">
      <DataTable
        {...sorted}
        caption={t.tables}
        density="dense"
        columns={[
          {
            header: t.store,
            sortKey: 'name',
            cell: ({ name }) => (
              <a data-row href="#tables">
                {name}
              </a>
            ),
          },
          { header: t.regulars, sortKey: 'regulars', align: 'end', cell: ({ regulars }) => formats.number(regulars) },
          {
            header: t.value,
            sortKey: 'spent',
            align: 'end',
            cell: ({ spentMinor }) => formats.money({ amountMinor: spentMinor, currency: 'EUR' }),
          },
          {
            header: t.course,
            shown: 'wide',
            cell: ({ course }) => <Sparkline label={t.course} values={course} heightPx={22} />,
          },
          { header: t.state, shown: 'wide', cell: ({ tone }) => <Badge tone={tone}>{t.tones[tone]}</Badge> },
        ]}
        keyOf={({ name }) => name}
      />
    </Card>
  );
}
