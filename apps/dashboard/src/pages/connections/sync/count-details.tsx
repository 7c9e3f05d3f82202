import { checkCounts, repairOrders, type OrderCheck } from '../../../api/sync.ts';
import { Button } from '../../../components/button.tsx';
import { Equation } from '../../../components/equation.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { useNow } from '../../../shell/use-now.ts';
import { describeDifference } from './describe-difference.ts';
import { Detail } from './detail.tsx';
import { isApart } from './list-concerns.ts';
import styles from './sync.module.css';
import { useSyncAction } from './use-sync-action.ts';

export interface CountDetailsProps {
  readonly storeId: string;
  readonly connectionId: string;
  readonly check: OrderCheck | null;
  /** The platform can be read, so that what differs can be read again. */
  readonly canRepair: boolean;
  readonly mayWrite: boolean;
}

/** Where a count begins that leaves none out. */
const everFrom = new Date(0).toISOString();

/** The orders of both sides, counted and summed, and what differs. */
export function CountDetails({ storeId, connectionId, check, canRepair, mayWrite }: CountDetailsProps) {
  const { sync: t } = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const counting = useSyncAction(storeId, () => checkCounts(storeId, connectionId), t.checkedNow);
  const repair = useSyncAction(storeId, () => repairOrders(storeId, connectionId), t.repairBegunNow);
  const describeSpan = ({ from, until, checkedAt }: OrderCheck) => {
    const [end, ago] = [formats.date(until), formats.ago(checkedAt, nowMs)];
    return from === everFrom ? t.countNoteAll(end, ago) : t.countNote(formats.date(from), end, ago);
  };
  return (
    <Detail
      title={t.countTitle}
      note={check === null ? t.countNever : describeSpan(check)}
      action={
        mayWrite && (
          <div className={styles['buttons']}>
            <Button size="small" isBusy={counting.isPending} onClick={() => counting.mutate()}>
              {t.checkNow}
            </Button>
            {canRepair && check !== null && isApart(check) && (
              <Button size="small" isBusy={repair.isPending} onClick={() => repair.mutate()}>
                {t.repairOrders}
              </Button>
            )}
          </div>
        )
      }
    >
      {check !== null && <Comparison check={check} />}
      <ProblemNotice error={counting.error ?? repair.error} />
    </Detail>
  );
}

function Comparison({ check }: { readonly check: OrderCheck }) {
  const { sync: t } = useMessages();
  const formats = useFormats();
  const { ordersHere, ordersThere, comparedFrom, compared, sumHereMinor, sumThereMinor, currency } = check;
  if (ordersHere === null || ordersThere === null) return null;
  const money = (amountMinor: number) => formats.money({ amountMinor, currency: currency ?? '' });
  return (
    <>
      <Equation
        left={{ label: t.here, value: formats.number(ordersHere) }}
        right={{ label: t.there, value: formats.number(ordersThere) }}
        isEqual={ordersHere === ordersThere}
      />
      {comparedFrom !== null && compared !== null && (
        <p className={styles['quiet']}>{t.compared(formats.number(compared), formats.date(comparedFrom))}</p>
      )}
      {currency !== null && sumHereMinor !== null && sumThereMinor !== null && (
        <p className={styles['quiet']}>
          {sumHereMinor === sumThereMinor
            ? t.sumsEqual(money(sumHereMinor))
            : t.sumsApart(money(sumThereMinor), money(sumHereMinor))}
        </p>
      )}
      <p>{isApart(check) ? describeDifference(check, t, formats) : t.allAlike}</p>
    </>
  );
}
