import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';

import { countOrdersAgain, fleetQuery, summaryQuery, type PlatformCount } from '../../api/reports.ts';
import type { Store } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useNow } from '../../shell/use-now.ts';
import { describeFailure } from '../fleet/describe-need.ts';
import styles from './home.module.css';

export interface CountsCardProps {
  readonly platforms: readonly PlatformCount[];
  readonly store: Store;
}

/** Whether every order of the shop is here: counted there and here, again whenever one likes. */
export function CountsCard({ platforms, store }: CountsCardProps) {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const queryClient = useQueryClient();
  const counting = useMutation({
    mutationFn: () => countOrdersAgain(store.id),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: summaryQuery(store.id).queryKey }),
        queryClient.invalidateQueries({ queryKey: fleetQuery.queryKey }),
      ]),
  });
  const countedAt = platforms.flatMap(({ last }) => last?.countedAt ?? []).toSorted()[0];
  return (
    <div id="counts">
      <Card title={t.home.counts} note={t.home.countsNote}>
        <div className={styles['counts']}>
          {platforms.length === 0 && <p className={styles['quiet']}>{t.home.noPlatform}</p>}
          {platforms.map((platform) => (
            <Comparison key={platform.connectionId} platform={platform} />
          ))}
          {platforms.some(({ canCount }) => canCount) && (
            <div className={styles['countFoot']}>
              <Button size="small" isBusy={counting.isPending} onClick={() => counting.mutate()}>
                {counting.isPending ? t.home.counting : countedAt === undefined ? t.home.countNow : t.home.countAgain}
              </Button>
              <span className={styles['quiet']}>
                {countedAt === undefined ? t.home.neverCounted : t.home.countedAt(formats.ago(countedAt, nowMs))}
              </span>
            </div>
          )}
          <ProblemNotice error={counting.error} />
        </div>
      </Card>
    </div>
  );
}

function Comparison({ platform: { platform, canCount, last } }: { readonly platform: PlatformCount }) {
  const t = useMessages();
  const formats = useFormats();
  if (!canCount) return <p className={styles['quiet']}>{t.home.cannotCount(platform)}</p>;
  if (last === null) return null;
  const { ordersHere, ordersThere, failure } = last;
  if (ordersHere === null || ordersThere === null)
    return <Verdict tone="attention">{t.home.couldNotCount(describeFailure(failure, t.needs))}</Verdict>;
  const missing = ordersThere - ordersHere;
  const shown = formats.number(Math.abs(missing));
  const isOne = Math.abs(missing) === 1;
  return (
    <>
      <dl className={styles['equation']}>
        <div>
          <dt>{t.home.here}</dt>
          <dd>{formats.number(ordersHere)}</dd>
        </div>
        <span className={styles['sign']} aria-hidden>
          {missing === 0 ? '=' : '≠'}
        </span>
        <div>
          <dt>{t.home.there(platform)}</dt>
          <dd>{formats.number(ordersThere)}</dd>
        </div>
      </dl>
      {missing === 0 ? (
        <Verdict tone="good">{t.home.equal}</Verdict>
      ) : (
        <Verdict tone="attention">{missing > 0 ? t.home.fewer(shown, isOne) : t.home.moreHere(shown, isOne)}</Verdict>
      )}
    </>
  );
}

function Verdict({ tone, children }: { readonly tone: 'good' | 'attention'; readonly children: string }) {
  const Icon = tone === 'good' ? CircleCheck : TriangleAlert;
  return (
    <p className={`${styles['verdict']} ${styles[tone]}`}>
      <Icon size={16} aria-hidden />
      {children}
    </p>
  );
}
