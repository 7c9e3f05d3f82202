import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';
import { colorTokens } from './tokens.ts';

export function ColorSection() {
  const { design: t } = useMessages();
  return (
    <Card title={t.color} note={t.colorNote}>
      <div className={styles['pair']}>
        {(['light', 'dark'] as const).map((theme) => (
          <div key={theme} className={`${styles['theme']} ${styles[theme]}`}>
            <Badge>{t[theme]}</Badge>
            <ul className={styles['swatches']}>
              {[...colorTokens.values()].map((token) => (
                <li key={token.name} className={styles['swatch']}>
                  <span className={styles['chip']} style={{ background: token[theme] }} />
                  <span className={styles['name']}>{token.name}</span>
                  <span className={styles['name']}>{token[theme]}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Card>
  );
}
