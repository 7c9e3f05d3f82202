import { Link } from '@tanstack/react-router';

import type { SegmentUse } from '../../api/segments.ts';
import type { Store } from '../../api/stores.ts';
import { Badge } from '../../components/badge.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './segments.module.css';

/** Sequences that begin with a segment or branch on it. */
export function UsesList({ store, uses }: { readonly store: Store; readonly uses: readonly SegmentUse[] }) {
  const t = useMessages();
  if (uses.length === 0) return <p className={styles['quiet']}>{t.segments.usesNone}</p>;
  return (
    <ul className={styles['uses']}>
      {uses.map(({ sequenceId, name, status }) => (
        <li key={sequenceId}>
          <Link to="/stores/$slug/sequences/$sequenceId" params={{ slug: store.slug, sequenceId }}>
            {name}
          </Link>
          <Badge tone={status === 'live' ? 'good' : 'neutral'}>{t.segments.usesStates[status]}</Badge>
        </li>
      ))}
    </ul>
  );
}
