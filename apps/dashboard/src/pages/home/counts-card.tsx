import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';

import { fleetQuery, summaryQuery, type PlatformCount } from '../../api/reports.ts';
import type { Store } from '../../api/stores.ts';
import { checkCounts } from '../../api/sync.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Equation } from '../../components/equation.tsx';
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
    mutationFn: () =>
      Promise.all(
        platforms.flatMap(({ canCount, connectionId }) => (canCount ? checkCounts(store.id, connectionId) : [])),
      ),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: summaryQuery(store.id).queryKey }),
        queryClient.invalidateQueries({ queryKey: fleetQuery.queryKey }),
      ]),
  });
  const countedAt = platforms.flatMap(({ last }) => last?.checkedAt ?? []).toSorted()[0];
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
  const { ordersHere, ordersThere, failure, missing, different, from } = last;
  if (ordersHere === null || ordersThere === null) {
    const words = t.home.couldNotCount(describeFailure(failure?.code, t.needs));
    // Without an address or a key a shop only sends, and that may be all that is wanted of it.
    if (failure?.code === 'misconfigured') return <p className={styles['quiet']}>{words}</p>;
    return <Verdict tone="attention">{words}</Verdict>;
  }
  const fewer = ordersThere - ordersHere;
  const shown = formats.number(Math.abs(fewer));
  const isOne = Math.abs(fewer) === 1;
  const differing = missing + different;
  const isEverything = Date.parse(from) === 0;
  return (
    <>
      <Equation
        left={{ label: t.home.here, value: formats.number(ordersHere) }}
        right={{ label: t.home.there(platform), value: formats.number(ordersThere) }}
        isEqual={fewer === 0}
      />
      {fewer !== 0 && (
        <Verdict tone="attention">{fewer > 0 ? t.home.fewer(shown, isOne) : t.home.moreHere(shown, isOne)}</Verdict>
      )}
      {differing > 0 && (
        <Verdict tone="attention">{t.needs.different(formats.number(differing), differing === 1)}</Verdict>
      )}
      {fewer === 0 && differing === 0 && (
        <Verdict tone="good">{t.home.equal(isEverything ? null : formats.date(from))}</Verdict>
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
