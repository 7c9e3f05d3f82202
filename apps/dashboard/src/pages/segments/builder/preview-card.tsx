import type { SegmentRule } from '@regulars/core/segments';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';

import { customersByIdQuery, type Customer } from '../../../api/customers.ts';
import { segmentPreviewQuery, type SegmentPreview } from '../../../api/segments.ts';
import type { Store } from '../../../api/stores.ts';
import { Card } from '../../../components/card.tsx';
import type { Messages } from '../../../messages/en.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { useMay } from '../../../shell/use-may.ts';
import { nameOf } from '../../customers/customer-name.ts';
import { describeActual, describeLeaf, describeRule, type Wording } from '../rule/describe-rule.ts';
import { useWording } from '../use-wording.ts';
import styles from './builder.module.css';
import { usePaused } from './use-paused.ts';

const pauseMs = 400;

/** Whom the rule would take in if it were saved now: how many of all, and some of them with the reason. */
export function PreviewCard({ store, rule }: { readonly store: Store; readonly rule: SegmentRule | null }) {
  const t = useMessages();
  // By its text: the same rule written anew asks nothing anew.
  const text = usePaused(JSON.stringify(rule), pauseMs);
  const asked = useMemo(() => JSON.parse(text) as SegmentRule | null, [text]);
  const preview = useQuery(segmentPreviewQuery(store.id, asked));
  const wording = useWording(store, asked === null ? [] : [asked]);
  const isStale = preview.isPlaceholderData || JSON.stringify(rule) !== text;
  return (
    <Card title={t.segments.previewTitle}>
      {rule === null && <p className={styles['of']}>{t.segments.previewUnfinished}</p>}
      {rule !== null && preview.error !== null && <ProblemNotice error={preview.error} />}
      {rule !== null && preview.error === null && preview.data !== undefined && (
        <div className={isStale ? styles['isStale'] : undefined} aria-busy={isStale}>
          <Count preview={preview.data} wording={wording} />
          {asked !== null && <p className={styles['inWords']}>{describeRule(asked, wording)}</p>}
          <Examples store={store} preview={preview.data} wording={wording} />
        </div>
      )}
    </Card>
  );
}

interface PreviewProps {
  readonly preview: SegmentPreview;
  readonly wording: Wording;
}

function Count({ preview: { matching, customers }, wording: { t, formats } }: PreviewProps) {
  const share = customers === 0 ? 0 : matching / customers;
  return (
    <div className={styles['count']} role="status">
      <p>
        <span className={styles['figure']}>{formats.number(matching)}</span>{' '}
        <span className={styles['of']}>{t.segments.previewOf(customers, formats.number(customers))}</span>
      </p>
      <div className={styles['share']}>
        <div style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

function Examples({ store, preview: { examples }, wording }: PreviewProps & { readonly store: Store }) {
  const { t } = wording;
  const maySeeCustomers = useMay('customers.read');
  const ids = maySeeCustomers ? examples.map(({ customerId }) => customerId) : [];
  const customers = useQuery(customersByIdQuery(store.id, ids));
  if (examples.length === 0) return <p className={styles['examples']}>{t.segments.previewNone}</p>;
  return (
    <div className={styles['examples']}>
      <p className={styles['examplesTitle']}>{t.segments.previewExamples}</p>
      <p className={styles['inWords']}>{t.segments.previewExamplesNote}</p>
      {examples.map(({ customerId, deciding }) => (
        <details key={customerId} className={styles['example']}>
          <summary>{nameIn(customers.data, customerId, t)}</summary>
          <ul>
            {deciding.map(({ path, leaf, matches, actual }) => {
              const say = matches ? t.segments.why : t.segments.whyNot;
              return <li key={path}>{say(describeLeaf(leaf, wording), describeActual(leaf, actual, wording))}</li>;
            })}
            {maySeeCustomers && (
              <li>
                <Link
                  to="/stores/$slug/customers/$customerId"
                  params={{ slug: store.slug, customerId }}
                  target="_blank"
                >
                  {t.segments.openCustomer}
                </Link>
              </li>
            )}
          </ul>
        </details>
      ))}
    </div>
  );
}

/** By name where it may be known, else by a part of the id. */
function nameIn(customers: readonly Customer[] | undefined, customerId: string, t: Messages): string {
  const customer = customers?.find(({ id }) => id === customerId);
  return customer === undefined ? customerId.slice(-8) : nameOf(customer, t);
}
