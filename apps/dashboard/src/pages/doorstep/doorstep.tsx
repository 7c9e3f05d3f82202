import { useEffect, type ReactNode } from 'react';

import { Logo } from '../../components/logo.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { LanguageChoice } from '../../shell/language-choice.tsx';
import styles from './doorstep.module.css';

export interface DoorstepProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** What one sees before being let in. */
export function Doorstep({ title, lead, children }: DoorstepProps) {
  const t = useMessages();
  useEffect(() => {
    document.title = `${title} · Regulars`;
  }, [title]);
  return (
    <div className={styles['doorstep']}>
      <main className={styles['form']}>
        <div className={styles['column']}>
          <p className={styles['brand']}>
            <Logo size={32} />
            Regulars
          </p>
          <div>
            <h1 className={styles['title']}>{title}</h1>
            <p className={styles['lead']}>{lead}</p>
          </div>
          {children}
          <LanguageChoice />
        </div>
      </main>
      <aside className={styles['promise']}>
        <p className={styles['promiseTitle']}>{t.promise.title}</p>
        <p className={styles['promiseText']}>{t.promise.text}</p>
      </aside>
    </div>
  );
}
