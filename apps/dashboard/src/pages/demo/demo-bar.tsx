import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Clock } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';

import { demoQuery, moveDemoClock, type DemoProgress } from '../../api/demo.ts';
import type { Store } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Progress } from '../../components/progress.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useNow } from '../../shell/use-now.ts';
import styles from './demo-bar.module.css';

const ShopDialog = lazy(async () => ({ default: (await import('./shop-dialog.tsx')).ShopDialog }));

const hourMs = 3_600_000;
const jumps = { hour: hourMs, day: 24 * hourMs, month: 31 * 24 * hourMs } as const;

export interface DemoBarProps {
  readonly stores: readonly Store[];
  readonly store: Store | null;
  /** By the demo's clock. */
  readonly now: string;
  readonly moving: DemoProgress | null;
  readonly hasMoveFailed: boolean;
  /** The instance it was entered from; null where there is none to go back to. */
  readonly cameFrom: string | null;
}

/** Stands above every page of a demo: what time it is there, and what one can do about it. */
export function DemoBar({ stores, store, now, moving, hasMoveFailed, cameFrom }: DemoBarProps) {
  const { demo: t } = useMessages();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const flowing = useNow();
  const [isShopping, setShopping] = useState(false);
  const jumping = useMutation({
    mutationFn: moveDemoClock,
    onSettled: () => queryClient.invalidateQueries({ queryKey: demoQuery.queryKey, exact: true }),
  });
  const wasMoving = useRef(false);
  useEffect(() => {
    // What happened meanwhile is everywhere: every page asks again.
    if (wasMoving.current && moving === null) void queryClient.invalidateQueries();
    wasMoving.current = moving !== null;
  }, [moving, queryClient]);

  const isLong = moving !== null && moving.total >= 2;
  const isBusy = moving !== null || jumping.isPending;
  return (
    <section className={styles['bar']} aria-label={t.name}>
      <p className={styles['clock']}>
        <span className={styles['badge']}>{t.name}</span>
        <Clock size={15} aria-hidden />
        <span className="visually-hidden">{t.clock}</span>
        <time dateTime={now}>{formats.dateTime(moving === null ? new Date(flowing).toISOString() : now)}</time>
      </p>
      {cameFrom !== null && (
        <a className={styles['back']} href={cameFrom}>
          <ArrowLeft size={15} aria-hidden />
          {t.back}
        </a>
      )}
      {moving === null ? (
        <div className={styles['jumps']} role="group" aria-label={t.forward}>
          {(['hour', 'day', 'month'] as const).map((jump) => (
            <Button key={jump} size="small" disabled={isBusy} onClick={() => jumping.mutate(jumps[jump])}>
              {t[jump]}
            </Button>
          ))}
        </div>
      ) : (
        <div className={styles['moving']}>
          <Progress
            label={isLong ? t.movingDays : t.movingHours}
            done={roundDown(moving.done * (isLong ? 1 : 24))}
            total={moving.total === 0 ? null : roundDown(moving.total * (isLong ? 1 : 24))}
            remainingMs={moving.remainingMs}
          />
        </div>
      )}
      {store !== null && (
        <Button size="small" onClick={() => setShopping(true)}>
          {t.order}
        </Button>
      )}
      {hasMoveFailed && moving === null && <Notice tone="attention">{t.moveFailed}</Notice>}
      <ProblemNotice error={jumping.error} />
      {isShopping && store !== null && (
        <Suspense>
          <ShopDialog stores={stores} initialStore={store} onClose={() => setShopping(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** To the tenth. */
const roundDown = (passed: number) => Math.floor(passed * 10 + 1e-6) / 10;
