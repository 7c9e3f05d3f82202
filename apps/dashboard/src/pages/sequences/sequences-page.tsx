import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Waypoints } from 'lucide-react';

import { sequencesQuery } from '../../api/sequences.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useStore } from '../../shell/use-store.ts';
import { SequenceSwitch } from './sequence-switch.tsx';
import styles from './sequences.module.css';

/** The store's sequences, on or off. */
export function SequencesPage() {
  const t = useMessages();
  const formats = useFormats();
  const store = useStore();
  const sequences = useQuery(sequencesQuery(store.id));
  return (
    <Page title={t.sequences.title} lead={t.sequences.lead}>
      <Card spacing="flush">
        <QueryState query={sequences}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState icon={Waypoints} title={t.sequences.emptyTitle}>
                {t.sequences.emptyText}
              </EmptyState>
            ) : (
              <ul className={styles['list']}>
                {all.map((sequence) => {
                  const { active, completed, exited, failed } = sequence.enrollments;
                  return (
                    <li key={sequence.id}>
                      <Link
                        to="/stores/$slug/sequences/$sequenceId"
                        params={{ slug: store.slug, sequenceId: sequence.id }}
                        className={styles['name']}
                      >
                        {sequence.name}
                      </Link>
                      <div className={styles['switch']}>
                        <SequenceSwitch storeId={store.id} sequence={sequence} />
                      </div>
                      <p className={styles['facts']}>
                        {[
                          t.sequences.active(formats.number(active)),
                          t.sequences.completed(formats.number(completed)),
                          t.sequences.exited(formats.number(exited)),
                          ...(failed > 0 ? [t.sequences.failed(formats.number(failed))] : []),
                        ].join(' · ')}
                      </p>
                    </li>
                  );
                })}
              </ul>
            )
          }
        </QueryState>
      </Card>
    </Page>
  );
}
