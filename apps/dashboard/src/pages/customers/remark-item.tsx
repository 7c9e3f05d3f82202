import { Link } from '@tanstack/react-router';

import type { Remark } from '../../api/cases.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useStore } from '../../shell/use-store.ts';
import styles from './cases.module.css';

/** One thing a customer said: what of, when, and in which words. */
export function RemarkItem({ remark }: { readonly remark: Remark }) {
  const t = useMessages();
  const formats = useFormats();
  const store = useStore();
  const { kind, words, at, subject, messageId } = remark;
  return (
    <li className={styles['remark']}>
      <p className={styles['said']}>
        <strong>{t.cases.kinds[kind]}</strong> {subject !== '' && t.cases.about(subject)}
        <time dateTime={at}>{formats.dateTime(at)}</time>
      </p>
      {words === null ? (
        <p className={styles['wordless']}>{t.cases.noWords}</p>
      ) : (
        <blockquote className={styles['quote']}>{words}</blockquote>
      )}
      <Link
        className={styles['mail']}
        to="/stores/$slug/mailbox/$mailId"
        params={{ slug: store.slug, mailId: messageId }}
      >
        {t.cases.readMail}
      </Link>
    </li>
  );
}
