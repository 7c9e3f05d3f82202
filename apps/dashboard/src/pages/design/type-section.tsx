import { Card } from '../../components/card.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';

const sizes = ['3xl', '2xl', 'xl', 'l', 'm', 's', 'xs'] as const;
const displayed: readonly string[] = ['3xl', '2xl', 'xl'];

export function TypeSection() {
  const { design: t } = useMessages();
  return (
    <Card title={t.type} note={t.typeNote}>
      <div className={styles['stack']}>
        {sizes.map((size) => (
          <p key={size} className={styles['sample']}>
            <span className={styles['name']}>--text-{size}</span>
            <span
              className={displayed.includes(size) ? styles['display'] : ''}
              style={{ fontSize: `var(--text-${size})` }}
            >
              {t.typeSample}
            </span>
          </p>
        ))}
        <p className={styles['sample']}>
          <span className={styles['name']}>--font-code</span>
          <code>POST /api/v1/hooks/0198f2c4</code>
        </p>
      </div>
    </Card>
  );
}
