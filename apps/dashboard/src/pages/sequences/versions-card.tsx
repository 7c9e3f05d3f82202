import { useQuery } from '@tanstack/react-query';

import { versionsQuery, type DetailedSequence, type SequenceProgress } from '../../api/sequences.ts';
import type { Store } from '../../api/stores.ts';
import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';

export interface VersionsCardProps {
  readonly store: Store;
  readonly sequence: DetailedSequence;
  readonly progress: SequenceProgress | undefined;
}

interface Row {
  readonly version: number;
  readonly createdAt: string;
  readonly stepCount: number;
}

/** Every version of a sequence: who began stays with theirs to the end. */
export function VersionsCard({ store, sequence, progress }: VersionsCardProps) {
  const { sequences: t } = useMessages();
  const formats = useFormats();
  const versions = useQuery(versionsQuery(store.id, sequence.id));
  const countsOf = (version: number) => progress?.versions.find((known) => known.version === version);
  const columns: Column<Row>[] = [
    {
      header: t.version,
      cell: ({ version }) => (
        <span>
          {t.versionNumber(formats.number(version))}{' '}
          {version === sequence.liveVersion && (
            <Badge tone={sequence.status === 'live' ? 'good' : 'neutral'}>{t.versionLive}</Badge>
          )}
        </span>
      ),
    },
    { header: t.written, cell: ({ createdAt }) => formats.dateTime(createdAt) },
    { header: t.stepsTitle, align: 'end', shown: 'wide', cell: ({ stepCount }) => formats.number(stepCount) },
    {
      header: t.underWay,
      align: 'end',
      cell: ({ version }) => formats.number(countsOf(version)?.active ?? 0),
    },
    {
      header: t.everBegan,
      align: 'end',
      cell: ({ version }) => formats.number(countsOf(version)?.enrolled ?? 0),
    },
  ];
  return (
    <Card title={t.versionsTitle} note={t.versionsNote} spacing="flush">
      <QueryState query={versions} lines={2}>
        {(all) => (
          <DataTable
            caption={t.versionsTitle}
            density="dense"
            onPhone="stacked"
            columns={columns}
            rows={all.map(({ version, createdAt, definition }) => ({
              version,
              createdAt,
              stepCount: (definition as DetailedSequence['definition']).steps.length,
            }))}
            keyOf={({ version }) => String(version)}
          />
        )}
      </QueryState>
    </Card>
  );
}
