import styles from './mail-frame.module.css';
import { nameInMailbox } from './name-in-mailbox.ts';

/** What a recipient's mail program shows of a mail. */
export interface ShownMail {
  readonly subject: string;
  readonly sender: string;
  readonly recipient: string;
  readonly html: string;
}

export interface MailFrameProps {
  readonly title: string;
  readonly mail: ShownMail;
  readonly device: 'phone' | 'desktop';
}

/**
 * A mail in the hands of its recipient: in a phone, or in a window. The frame runs no script, has no origin and cannot
 * reach this page; its links open in a tab of their own.
 */
export function MailFrame({ title, mail: { subject, sender, recipient, html }, device }: MailFrameProps) {
  return (
    <div className={styles['stage']}>
      <div className={styles[device]}>
        <div className={styles['envelope']}>
          <span className={styles['avatar']} aria-hidden>
            {sender.trim().charAt(0).toUpperCase()}
          </span>
          <div className={styles['lines']}>
            <strong>{nameInMailbox(sender)}</strong>
            <span className={styles['subject']}>{subject}</span>
            <span className={styles['to']}>{nameInMailbox(recipient)}</span>
          </div>
        </div>
        <iframe
          title={title}
          className={styles['frame']}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          srcDoc={withLinksOutside(html)}
        />
      </div>
    </div>
  );
}

function withLinksOutside(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`) : `${base}${html}`;
}
