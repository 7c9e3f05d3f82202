import { Card } from '../../components/card.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';

export function MotionSection() {
  const { design: t } = useMessages();
  const isReduced = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (
    <Card title={t.motion} note={t.motionNote}>
      <div className={styles['stack']}>
        <div className={styles['lane']} tabIndex={0} role="img" aria-label={t.motion}>
          <div className={styles['mover']} />
        </div>
        <p>{isReduced ? t.motionOff : t.motionOn}</p>
      </div>
    </Card>
  );
}
