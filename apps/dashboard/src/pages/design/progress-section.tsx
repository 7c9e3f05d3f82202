import { Card } from '../../components/card.tsx';
import { Progress } from '../../components/progress.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';

export function ProgressSection() {
  const { design: t } = useMessages();
  return (
    <Card title={t.progress}>
      <div className={styles['stack']}>
        <Progress label={t.importing} done={18_412} total={24_900} perSecond={1_310} remainingMs={5_000} />
        <Progress label={t.counting} done={3_204} total={null} />
      </div>
    </Card>
  );
}
