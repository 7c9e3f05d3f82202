import styles from './mail-frame.module.css';

export interface MailFrameProps {
  readonly title: string;
  readonly html: string;
  readonly width: 'phone' | 'desktop';
}

/**
 * A mail as its recipient sees it. The frame runs no script, has no origin and cannot reach this page; its links open in
 * a tab of their own.
 */
export function MailFrame({ title, html, width }: MailFrameProps) {
  return (
    <div className={styles['stage']}>
      <iframe
        title={title}
        className={`${styles['frame']} ${width === 'phone' ? styles['phone'] : ''}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={withLinksOutside(html)}
      />
    </div>
  );
}

function withLinksOutside(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`) : `${base}${html}`;
}
