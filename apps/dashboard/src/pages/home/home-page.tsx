import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { summaryQuery } from '../../api/reports.ts';
import { buttonClass } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { CountsCard } from './counts-card.tsx';
import { FiguresCard } from './figures-card.tsx';
import { FriendsCard } from './friends-card.tsx';
import styles from './home.module.css';
import { NeedsCard } from './needs-card.tsx';
import { OrdersCard } from './orders-card.tsx';
import { OutlookCard } from './outlook-card.tsx';
import { RevenueCard } from './revenue-card.tsx';
import { TodayCard } from './today-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

/** A store that knows fewer customers is still being tried out. */
const youngStore = 25;

/** A store at a glance: who comes back, what they are worth, what is sent today, what needs somebody. */
export function HomePage() {
  const t = useMessages();
  const formats = useFormats();
  const store = useStore();
  const query = useQuery(summaryQuery(store.id));
  const maySend = useMay('orders.write');
  const maySeeCases = useMay('cases.read');
  const maySeeCustomers = useMay('customers.read');
  const maySeeConnections = useMay('connections.read');
  const figures = query.data?.figures ?? null;
  return (
    <Page
      title={store.name}
      lead={
        figures === null
          ? undefined
          : `${t.home.lead(formats.number(figures.regulars), formats.number(figures.buyers), figures.buyers === 1)} ${t.home.leadNew(formats.number(figures.newRegulars))}`
      }
      actions={
        maySend &&
        figures !== null &&
        figures.customers < youngStore && (
          <Link to="/stores/$slug/start" params={{ slug: store.slug }} className={buttonClass()}>
            {t.home.toStart}
          </Link>
        )
      }
    >
      <QueryState query={query} lines={10}>
        {(summary) => (
          <>
            <NeedsCard needs={summary.needs} slug={store.slug} />
            <FiguresCard figures={summary.figures} store={store} />
            <div className={styles['columns']}>
              <div className={styles['side']}>
                {maySeeCases && summary.cases.count > 0 && <WaitingCard store={store} />}
                <TodayCard today={summary.today} store={store} />
                {maySeeConnections && <CountsCard platforms={summary.platforms} store={store} />}
                <FriendsCard summary={summary} />
              </div>
              <div className={styles['main']}>
                {maySeeCustomers && <OutlookCard store={store} />}
                <RevenueCard figures={summary.figures} store={store} />
                <OrdersCard store={store} />
              </div>
            </div>
          </>
        )}
      </QueryState>
    </Page>
  );
}
