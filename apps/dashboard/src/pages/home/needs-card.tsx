import { CircleCheck } from 'lucide-react';

import type { Need } from '../../api/reports.ts';
import { Card } from '../../components/card.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { NeedLink } from '../fleet/need-link.tsx';
import styles from './home.module.css';

/** What in this store needs somebody, the most urgent first. */
export function NeedsCard({ needs, slug }: { readonly needs: readonly Need[]; readonly slug: string }) {
  const t = useMessages();
  if (needs.length === 0) {
    return (
      <p className={styles['calm']}>
        <CircleCheck size={17} aria-hidden />
        {t.needs.none}
      </p>
    );
  }
  return (
    <Card>
      <h2 className={styles['needsTitle']}>{t.needs.title}</h2>
      <ul className={styles['needs']}>
        {needs.map((need, index) => (
          // Two connections may rest for the same reason.
          <li key={`${need.code}${index}`}>
            <NeedLink need={need} slug={slug} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
