import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';

const tones = ['neutral', 'good', 'attention', 'bad'] as const;

export function BadgesSection() {
  const { design: t } = useMessages();
  return (
    <Card title={t.badges}>
      <div className={styles['stack']}>
        <div className={styles['row']}>
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {t.tones[tone]}
            </Badge>
          ))}
        </div>
        <div className={styles['columns']}>
          {tones.map((tone) => (
            <Notice key={tone} tone={tone}>
              {t.notices[tone]}
            </Notice>
          ))}
        </div>
      </div>
    </Card>
  );
}
