import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { Customer } from '../../api/customers.ts';
import type { Store } from '../../api/stores.ts';
import { suppressionsOfQuery } from '../../api/suppressions.ts';
import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import styles from './customers.module.css';
import { judgeWriting } from './judge-writing.ts';
import { useHasOpenCase } from './use-has-open-case.ts';

/** Whether a customer may be written to, and what decides it: what they said, and what forbids it. */
export function WriteCard({ store, customer }: { readonly store: Store; readonly customer: Customer }) {
  const { customers: t, cases } = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const maySee = useMay('messages.read');
  const { consent, email } = customer;
  const { data: suppressions = [] } = useQuery({
    ...suppressionsOfQuery(store.id, email ?? ''),
    enabled: maySee && email !== null,
  });
  const hasOpenCase = useHasOpenCase(store.id, customer.id);
  const verdict = judgeWriting(customer, suppressions, nowMs);
  const sentences = {
    noAddress: t.writeNoAddress,
    never: t.writeNever,
    suppressedMarketing: t.writeSuppressedMarketing,
    saidYes: t.writeYes,
    saidNo: t.writeOrdersOnlyNo,
    notAgreed: t.writeOrdersOnly,
    bought: t.writeImplied(verdict.lastPurchaseAt === null ? '' : formats.date(verdict.lastPurchaseAt)),
  } as const;
  const said = [
    t.consents[consent.state] ?? consent.state,
    consent.at === null ? null : formats.date(consent.at),
    consent.source === null ? null : t.saidSource(consent.source),
  ].filter((part) => part !== null);
  return (
    <Card title={t.writeTitle}>
      <div className={styles['facts']}>
        <p className={styles['verdictName']}>{sentences[verdict.rule]}</p>
        {hasOpenCase && <p className={styles['verdictWhy']}>{cases.holdsMarketing}</p>}
        <p className={styles['verdictWhy']}>
          {t.consent}: {said.join(' · ')}
        </p>
        {suppressions.map(({ reason, at, note }) => (
          <p key={reason} className={styles['verdictWhy']}>
            <Badge tone="bad">{t.suppressions[reason]}</Badge>{' '}
            {[formats.date(at), note].filter((part) => part !== null && part !== '').join(' · ')}
          </p>
        ))}
        {maySee && (
          <Link to="/stores/$slug/mailbox" params={{ slug: store.slug }} search={{ customer: customer.id }}>
            {t.theirMail}
          </Link>
        )}
      </div>
    </Card>
  );
}
