import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';

import { toProblemDetails } from '../../api/api-error.ts';
import { customerQuery } from '../../api/customers.ts';
import { Page } from '../../components/page.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { MissingPage } from '../missing-page.tsx';
import { AboutCard } from './about-card.tsx';
import { CasesCard } from './cases-card.tsx';
import { nameOf } from './customer-name.ts';
import { CustomerTabs } from './customer-tabs.tsx';
import styles from './customers.module.css';
import { ForecastCard } from './forecast-card.tsx';
import { SegmentsCard } from './segments-card.tsx';
import { SequencesCard } from './sequences-card.tsx';
import { ValueCard } from './value-card.tsx';
import { WriteCard } from './write-card.tsx';

/** One customer: value, rhythm, segments, and the story that says why. */
export function CustomerPage() {
  const t = useMessages();
  const store = useStore();
  const { customerId } = useParams({ from: '/inside/stores/$slug/customers/$customerId' });
  const customer = useQuery(customerQuery(store.id, customerId));
  const maySeeCases = useMay('cases.read');
  const maySeeSegments = useMay('segments.read');
  const maySeeSequences = useMay('sequences.read');
  const back = (
    <Link to="/stores/$slug/customers" params={{ slug: store.slug }}>
      <ArrowLeft size={15} aria-hidden />
      {t.customers.back}
    </Link>
  );
  if (toProblemDetails(customer.error).status === 404) return <MissingPage />;
  return (
    <Page
      title={customer.data === undefined ? t.customers.name : nameOf(customer.data, t)}
      lead={customer.data?.email}
      above={back}
    >
      <QueryState query={customer}>
        {(data) => (
          <>
            {maySeeCases && <CasesCard storeId={store.id} customerId={customerId} email={data.email} />}
            <ValueCard store={store} customer={data} />
            {data.erasedAt === null && <ForecastCard store={store} customer={data} />}
            <div className={styles['columns']}>
              <CustomerTabs store={store} customer={data} />
              <div className={styles['aside']}>
                {maySeeSegments && <SegmentsCard store={store} customerId={customerId} />}
                {maySeeSequences && <SequencesCard store={store} customer={data} />}
                <WriteCard store={store} customer={data} />
                <AboutCard customer={data} />
              </div>
            </div>
          </>
        )}
      </QueryState>
    </Page>
  );
}
