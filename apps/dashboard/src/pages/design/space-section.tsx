import { Card } from '../../components/card.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';

const radii = ['s', 'm', 'l', 'full'] as const;
const shadows = ['low', 'high'] as const;

export function SpaceSection() {
  const { design: t } = useMessages();
  return (
    <Card title={t.space}>
      <div className={styles['pair']}>
        <div>
          {[1, 2, 3, 4, 5, 6, 7, 8].map((step) => (
            <p key={step} className={styles['sample']}>
              <span className={styles['name']}>--space-{step}</span>
              <span className={styles['bar']} style={{ width: `var(--space-${step})` }} />
            </p>
          ))}
        </div>
        <div className={styles['row']}>
          {radii.map((radius) => (
            <span key={radius} className={styles['box']} style={{ borderRadius: `var(--radius-${radius})` }}>
              <span className={styles['name']}>--radius-{radius}</span>
            </span>
          ))}
          {shadows.map((shadow) => (
            <span
              key={shadow}
              className={styles['box']}
              style={{ borderRadius: 'var(--radius-m)', border: 0, boxShadow: `var(--shadow-${shadow})` }}
            >
              <span className={styles['name']}>--shadow-{shadow}</span>
            </span>
          ))}
        </div>
      </div>
    </Card>
  );
}
