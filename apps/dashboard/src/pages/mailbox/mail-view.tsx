import { useState } from 'react';

import { Choice } from '../../components/choice.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { MailFrame, type ShownMail } from '../../components/mail-frame.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { DeviceChoice } from './device-choice.tsx';
import styles from './mailbox.module.css';

export interface MailViewProps {
  readonly mail: ShownMail & {
    readonly text: string;
    /** Left out where there are none yet: a mail that was not sent. */
    readonly headers?: Readonly<Record<string, string>>;
  };
}

/** A mail as its recipient sees it: on a phone or a wide screen, as its text part says it, or by its headers. */
export function MailView({ mail }: MailViewProps) {
  const { mailbox: t } = useMessages();
  const [part, setPart] = useState<'html' | 'text' | 'headers'>('html');
  const [device, setDevice] = useState<'phone' | 'desktop'>('desktop');
  const { headers } = mail;
  return (
    <>
      <div className={styles['bar']}>
        <Choice
          label={t.part}
          value={part}
          onChange={setPart}
          options={[
            { value: 'html', label: t.htmlPart },
            { value: 'text', label: t.textPart },
            ...(headers === undefined ? [] : [{ value: 'headers' as const, label: t.headersPart }]),
          ]}
        />
        {part === 'html' && <DeviceChoice device={device} onDevice={setDevice} />}
      </div>
      {part === 'html' && <MailFrame title={t.previewOf(mail.subject)} mail={mail} device={device} />}
      {part === 'text' && <pre className={styles['text']}>{mail.text}</pre>}
      {part === 'headers' && headers !== undefined && (
        <div className={styles['headers']}>
          <Definitions
            items={[
              ['From', mail.sender] as const,
              ['To', mail.recipient] as const,
              ['Subject', mail.subject] as const,
              ...Object.entries(headers),
            ].map(([name, value]) => ({ name, value: <code>{value}</code> }))}
          />
        </div>
      )}
    </>
  );
}
