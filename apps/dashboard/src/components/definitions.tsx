import type { ReactNode } from 'react';

import styles from './definitions.module.css';

/** Facts about one thing, name by name. */
export function Definitions({
  items,
}: {
  readonly items: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className={styles['list']}>
      {items.map(({ name, value }) => (
        <div key={name} className={styles['row']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
