import type { DemoProgress } from '../../api/demo.ts';
import { Card } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { Progress } from '../../components/progress.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './demo.module.css';

/** What one sees while a new demo is being filled. */
export function FillingPage({ progress }: { readonly progress: DemoProgress }) {
  const { demo: t } = useMessages();
  const { phase, done, total, perSecond, remainingMs } = progress;
  return (
    <Page title={t.fillingTitle} lead={t.fillingLead} width="narrow">
      <Card>
        <div className={styles['filling']} aria-live="off">
          <Progress
            label={t.phases[phase]}
            done={Math.round(done)}
            total={total === 0 ? null : total}
            perSecond={perSecond}
            remainingMs={remainingMs}
          />
          <p className={styles['note']}>{t.fillingNote}</p>
        </div>
      </Card>
    </Page>
  );
}
