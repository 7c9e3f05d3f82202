import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleMinus } from 'lucide-react';

import { customerSegmentsQuery, type SegmentVerdict } from '../../api/segments.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { nameSegment } from '../segments/name-segment.ts';
import styles from './customers.module.css';
import { explainLeaf } from './explain-leaf.ts';

/** Each segment, and the question that decided whether this customer is in it. */
export function SegmentsCard({ store, customerId }: { readonly store: Store; readonly customerId: string }) {
  const t = useMessages();
  const formats = useFormats();
  const verdicts = useQuery(customerSegmentsQuery(store.id, customerId));
  const explain = ({ deciding }: SegmentVerdict) =>
    [...new Set(deciding.map((leaf) => explainLeaf(leaf, t, formats, store)))].join(' · ');
  return (
    <Card title={t.customers.segmentsTitle}>
      <QueryState query={verdicts} lines={3}>
        {(all) => (
          <ul className={styles['verdicts']}>
            {[...all]
              .sort((a, b) => Number(b.matches) - Number(a.matches))
              .map((verdict) => (
                <li key={verdict.key} className={styles['verdict']}>
                  {verdict.matches ? (
                    <CircleCheck size={17} className={styles['isIn']} aria-hidden />
                  ) : (
                    <CircleMinus size={17} className={styles['isOut']} aria-hidden />
                  )}
                  <div>
                    <p className={styles['verdictName']}>
                      {!verdict.matches && <span className="visually-hidden">{t.customers.notIn} </span>}
                      {nameSegment(verdict, t)}
                    </p>
                    <p className={styles['verdictWhy']}>{explain(verdict)}</p>
                  </div>
                </li>
              ))}
          </ul>
        )}
      </QueryState>
    </Card>
  );
}
