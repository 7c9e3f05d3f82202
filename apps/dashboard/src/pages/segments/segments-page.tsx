import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Shapes } from 'lucide-react';

import { restoreSegment, segmentsQuery, type Segment, type SegmentState } from '../../api/segments.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Choice } from '../../components/choice.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { nameSegment } from './name-segment.ts';
import { describeRule } from './rule/describe-rule.ts';
import styles from './segments.module.css';
import { useWording } from './use-wording.ts';

/** The store's segments: who is who, how many, and how they move. */
export function SegmentsPage() {
  const t = useMessages();
  const store = useStore();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const mayWrite = useMay('segments.write');
  const { state = 'active' }: { state?: SegmentState } = useSearch({ from: '/inside/stores/$slug/segments' });
  const segments = useQuery(segmentsQuery(store.id, state));
  const wording = useWording(store, segments.data?.map(({ rule }) => rule) ?? []);
  const { formats } = wording;
  const params = { slug: store.slug };
  const restoring = useMutation({
    mutationFn: ({ id }: Segment) => restoreSegment(store.id, id),
    onSuccess: async (_, segment) => {
      await queryClient.invalidateQueries({ queryKey: ['stores', store.id, 'segments'] });
      toast({ text: t.segments.restored(nameSegment(segment, t)) });
    },
  });
  const byName = (rows: readonly Segment[]) =>
    rows.toSorted((a, b) => nameSegment(a, t).localeCompare(nameSegment(b, t)));
  const create = mayWrite && (
    <Link to="/stores/$slug/segments/new" params={params} className={buttonClass('primary')}>
      <Plus size={17} aria-hidden />
      {t.segments.create}
    </Link>
  );
  const nameColumn: Column<Segment> = {
    header: t.segments.name,
    cell: ({ id, key, name, rule }) => (
      <div className={styles['what']}>
        <Link data-row to="/stores/$slug/segments/$segmentId" params={{ ...params, segmentId: id }}>
          {nameSegment({ key, name }, t)}
        </Link>
        <span className={styles['inWords']}>{describeRule(rule, wording)}</span>
      </div>
    ),
  };
  const columns: readonly Column<Segment>[] =
    state === 'archived'
      ? [
          nameColumn,
          {
            header: '',
            align: 'end',
            cell: (segment) =>
              mayWrite && (
                <div className={styles['above']}>
                  <Button
                    size="small"
                    isBusy={restoring.isPending && restoring.variables.id === segment.id}
                    onClick={() => restoring.mutate(segment)}
                  >
                    {t.segments.restore}
                  </Button>
                </div>
              ),
          },
        ]
      : [
          nameColumn,
          {
            header: t.segments.members,
            align: 'end',
            cell: ({ memberCount, customerCount }) => (
              <div className={styles['members']}>
                <span className={styles['count']}>{formats.number(memberCount)}</span>
                <span className={styles['note']}>
                  {customerCount === 0
                    ? formats.n(0)
                    : `${formats.percent(memberCount / customerCount)} · ${formats.n(customerCount)}`}
                </span>
              </div>
            ),
          },
          {
            header: t.segments.moved,
            shown: 'wide',
            cell: ({ enteredCount, leftCount }) =>
              enteredCount + leftCount === 0 ? (
                <span className={styles['none']}>{t.segments.movedNone}</span>
              ) : (
                t.segments.cameAndLeft(formats.number(enteredCount), formats.number(leftCount))
              ),
          },
          {
            header: t.segments.usedBy,
            shown: 'wide',
            cell: ({ usedBy }) =>
              usedBy.length === 0 ? (
                <span className={styles['none']}>{t.segments.usedByNone}</span>
              ) : (
                t.segments.usedByCount(usedBy.length, formats.number(usedBy.length))
              ),
          },
        ];
  return (
    <Page title={t.segments.title} lead={t.segments.lead} actions={create}>
      <div>
        <Choice
          label={t.segments.stateLabel}
          value={state}
          options={(['active', 'archived'] as const).map((value) => ({ value, label: t.segments.states[value] }))}
          onChange={(chosen) =>
            void navigate({
              to: '/stores/$slug/segments',
              params,
              search: chosen === 'archived' ? { state: chosen } : {},
              replace: true,
            })
          }
        />
      </div>
      <ProblemNotice error={restoring.error} />
      <Card spacing="flush">
        <QueryState query={segments}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState
                icon={Shapes}
                title={state === 'active' ? t.segments.emptyTitle : t.segments.noneArchivedTitle}
                action={state === 'active' && create}
              >
                {state === 'active' ? t.segments.emptyText : t.segments.noneArchivedText}
              </EmptyState>
            ) : (
              <DataTable caption={t.segments.title} columns={columns} rows={byName(rows)} keyOf={({ id }) => id} />
            )
          }
        </QueryState>
      </Card>
    </Page>
  );
}
