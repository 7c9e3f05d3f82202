import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Copy, Pencil } from 'lucide-react';

import { toProblemDetails } from '../../api/api-error.ts';
import { restoreSegment, segmentQuery } from '../../api/segments.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { MissingPage } from '../missing-page.tsx';
import { ArchiveButton } from './archive-button.tsx';
import { BackToSegments } from './back-to-segments.tsx';
import { MembersCard } from './members-card.tsx';
import { MovementsCard } from './movements-card.tsx';
import { nameSegment } from './name-segment.ts';
import { OutlookCard } from './outlook-card.tsx';
import { describeRule } from './rule/describe-rule.ts';
import styles from './segments.module.css';
import { UsesList } from './uses-list.tsx';
import { useWording } from './use-wording.ts';

/** One segment: its rule in words, who is in it, how they come and go, what uses it. */
export function SegmentPage() {
  const t = useMessages();
  const store = useStore();
  const queryClient = useQueryClient();
  const { segmentId } = useParams({ from: '/inside/stores/$slug/segments/$segmentId' });
  const mayWrite = useMay('segments.write');
  const maySeeCustomers = useMay('customers.read');
  const segment = useQuery(segmentQuery(store.id, segmentId));
  const wording = useWording(store, segment.data === undefined ? [] : [segment.data.rule]);
  const { formats } = wording;
  const restoring = useMutation({
    mutationFn: () => restoreSegment(store.id, segmentId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['stores', store.id, 'segments'] }),
  });
  if (toProblemDetails(segment.error).status === 404) return <MissingPage />;
  const params = { slug: store.slug, segmentId };
  const actions = mayWrite && segment.data !== undefined && (
    <div className={styles['actions']}>
      <Link
        to="/stores/$slug/segments/new"
        params={{ slug: store.slug }}
        search={{ copy: segmentId }}
        className={buttonClass()}
      >
        <Copy size={16} aria-hidden />
        {t.segments.duplicate}
      </Link>
      {segment.data.archivedAt === null && (
        <>
          <ArchiveButton store={store} segment={segment.data} />
          <Link to="/stores/$slug/segments/$segmentId/edit" params={params} className={buttonClass('primary')}>
            <Pencil size={16} aria-hidden />
            {t.segments.edit}
          </Link>
        </>
      )}
    </div>
  );
  return (
    <Page
      title={segment.data === undefined ? t.segments.title : nameSegment(segment.data, t)}
      above={<BackToSegments store={store} />}
      actions={actions}
    >
      <QueryState query={segment}>
        {(data) => (
          <>
            {data.archivedAt !== null && (
              <Notice tone="attention">
                <p>{t.segments.archivedNote(formats.date(data.archivedAt))}</p>
                {mayWrite && (
                  <div>
                    <Button size="small" isBusy={restoring.isPending} onClick={() => restoring.mutate()}>
                      {t.segments.restore}
                    </Button>
                  </div>
                )}
              </Notice>
            )}
            <Card>
              <Stats>
                <Stat label={t.segments.members} value={formats.number(data.memberCount)} />
                <Stat
                  label={t.segments.share}
                  value={data.customerCount === 0 ? '–' : formats.percent(data.memberCount / data.customerCount)}
                  note={formats.n(data.customerCount)}
                />
                <Stat
                  label={t.segments.came}
                  value={formats.number(data.enteredCount)}
                  note={t.segments.byThemselves}
                />
                <Stat label={t.segments.left} value={formats.number(data.leftCount)} note={t.segments.byThemselves} />
              </Stats>
            </Card>
            {data.memberCount > 0 && <OutlookCard store={store} segmentId={segmentId} />}
            <div className={styles['columns']}>
              <Card title={t.segments.ruleTitle}>
                <p className={styles['rule']}>{describeRule(data.rule, wording)}</p>
                <p className={styles['key']}>{t.segments.keyNote(data.key)}</p>
              </Card>
              <Card title={t.segments.usesTitle}>
                <UsesList store={store} uses={data.usedBy} />
              </Card>
            </div>
            <MovementsCard store={store} segmentId={segmentId} />
            {maySeeCustomers && <MembersCard store={store} segment={data} />}
          </>
        )}
      </QueryState>
    </Page>
  );
}
