import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { connectionsQuery } from '../../api/connections.ts';
import { customersQuery } from '../../api/customers.ts';
import { mailboxQuery } from '../../api/mailbox.ts';
import { sequencesQuery } from '../../api/sequences.ts';
import type { Store } from '../../api/stores.ts';
import { buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import { Page } from '../../components/page.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { LaunchButton } from '../demo/launch-button.tsx';
import styles from './start.module.css';
import { WalkCard } from './walk-card.tsx';

/** Where a store begins: one button that shows what the product does, and the way to connect one's own. */
export function StartPage() {
  const t = useMessages();
  const store = useStore();
  const maySend = useMay('orders.write');
  const maySeeConnections = useMay('connections.read');
  const connections = useQuery({ ...connectionsQuery(store.id), enabled: maySeeConnections });
  // The recorded order is one of WooCommerce’s, and goes to the address of such a shop.
  const canWalk = maySend && connections.data?.some(({ adapterId }) => adapterId === 'woocommerce') === true;
  return (
    <Page title={t.start.title(store.name)} lead={canWalk ? t.start.lead : undefined}>
      {canWalk && <WalkCard store={store} />}
      <div className={styles['columns']}>
        <FiguresCard store={store} />
        {maySeeConnections && <HookCard store={store} />}
      </div>
      <LaunchButton />
    </Page>
  );
}

function FiguresCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const formats = useFormats();
  const customers = useInfiniteQuery(customersQuery(store.id, ''));
  const mailbox = useInfiniteQuery(mailboxQuery(store.id));
  const sequences = useQuery(sequencesQuery(store.id));
  const total = customers.data?.pages[0]?.total;
  const count = (
    pages: readonly { readonly data: readonly unknown[]; readonly nextCursor: string | null }[] | undefined,
  ) => {
    if (pages === undefined) return '–';
    const shown = formats.number(pages.reduce((sum, { data }) => sum + data.length, 0));
    return pages.at(-1)?.nextCursor == null ? shown : t.start.moreThan(shown);
  };
  return (
    <Card title={t.start.figures}>
      <Stats>
        <Stat label={t.start.customersLabel} value={total == null ? '–' : formats.number(total)} />
        <Stat label={t.start.mailsLabel} value={count(mailbox.data?.pages)} />
        <Stat
          label={t.start.sequencesLabel}
          value={
            sequences.data === undefined
              ? '–'
              : formats.number(sequences.data.filter(({ status }) => status === 'live').length)
          }
        />
      </Stats>
    </Card>
  );
}

function HookCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const connections = useQuery(connectionsQuery(store.id));
  return (
    <Card title={t.start.hookTitle} note={t.start.hookText}>
      <QueryState query={connections} lines={2}>
        {(all) => {
          const platform = all.find(({ purpose }) => purpose === 'platform');
          return (
            <div className={styles['stack']}>
              {platform === undefined ? (
                <p>{t.start.noHook}</p>
              ) : (
                <CopyField label={t.start.hookLabel} text={platform.hookUrl} />
              )}
              <Link to="/stores/$slug/connections" params={{ slug: store.slug }} className={buttonClass()}>
                {t.start.toConnections}
              </Link>
            </div>
          );
        }}
      </QueryState>
    </Card>
  );
}
