import { useMemo } from 'react';

import type { ReadableDelivery } from '../../../api/deliveries.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { layOutJson } from './lay-out-json.ts';
import styles from './poison.module.css';

/** What arrived, with the place at fault marked and in sight. */
export function DeliveryBody({ delivery: { body, bytes, isBodyCut, path } }: { readonly delivery: ReadableDelivery }) {
  const { connections: t } = useMessages();
  const { text, mark, isThere } = useMemo(() => layOutJson(body ?? '', path), [body, path]);
  if (bytes === 0) return <p className={styles['note']}>{t.bodyEmpty}</p>;
  if (body === null) return <p className={styles['note']}>{t.bodyNoText}</p>;
  return (
    <div className={styles['arrived']}>
      <pre className={styles['body']} tabIndex={0} role="region" aria-label={t.body}>
        {mark === null ? (
          text
        ) : (
          <>
            {text.slice(0, mark.start)}
            <mark ref={bringInSight}>{text.slice(mark.start, mark.end)}</mark>
            {text.slice(mark.end)}
          </>
        )}
      </pre>
      {mark !== null && !isThere && <p className={styles['note']}>{t.placeMissing}</p>}
      {isBodyCut && <p className={styles['note']}>{t.bodyCut}</p>}
    </div>
  );
}

/** Within its own frame, so that the page and the dialog stay where they are. */
function bringInSight(mark: HTMLElement | null) {
  const frame = mark?.parentElement;
  if (mark !== null && frame) frame.scrollTop = mark.offsetTop - frame.clientHeight / 3;
}
