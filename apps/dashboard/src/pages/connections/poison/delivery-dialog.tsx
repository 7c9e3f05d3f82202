import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';

import { deliveryQuery, reasonsQuery, type Delivery, type ReadableDelivery } from '../../../api/deliveries.ts';
import { Button } from '../../../components/button.tsx';
import { Definitions } from '../../../components/definitions.tsx';
import { DialogActions } from '../../../components/dialog-actions.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { QueryState } from '../../../shell/query-state.tsx';
import { DeliveryBody } from './delivery-body.tsx';
import styles from './poison.module.css';
import type { usePoisonActions } from './use-poison-actions.ts';

export interface DeliveryDialogProps {
  readonly storeId: string;
  readonly delivery: Delivery;
  readonly actions: ReturnType<typeof usePoisonActions>;
  readonly onClose: () => void;
  /** The list it was opened from, and may have left. */
  readonly focusAfter: RefObject<HTMLElement | null>;
}

/** One delivery that could not be used: what arrived, why it was of no use, and what can be done with it. */
export function DeliveryDialog({ storeId, delivery, actions, onClose, focusAfter }: DeliveryDialogProps) {
  const { connections: t } = useMessages();
  const formats = useFormats();
  const { id, reason, message, topic, bytes, putAsideAt } = delivery;
  const query = useQuery(deliveryQuery(storeId, id));
  const reasons = useQuery(reasonsQuery(storeId));
  const alike = reasons.data?.find((row) => row.reason === reason)?.poison ?? 0;
  const { replayOne, putAside, bringBack } = actions;
  const isBusy = replayOne.isPending || putAside.isPending || bringBack.isPending;
  const done = { onSuccess: onClose };
  return (
    <Dialog title={message ?? reason ?? topic} width="wide" isOpen onClose={onClose} focusAfter={focusAfter}>
      <div className={styles['dialog']}>
        <Facts delivery={query.data ?? delivery} />
        <QueryState query={query} lines={6}>
          {(found) => <DeliveryBody delivery={found} />}
        </QueryState>
        <ProblemNotice error={replayOne.error ?? putAside.error ?? bringBack.error} />
        <DialogActions>
          {putAsideAt === null && reason !== null && alike > 1 && (
            <Button look="quiet" disabled={isBusy} onClick={() => putAside.mutate({ reason }, done)}>
              {t.putAsideAlike(formats.number(alike))}
            </Button>
          )}
          {putAsideAt === null ? (
            <Button disabled={isBusy} onClick={() => putAside.mutate({ deliveryIds: [id] }, done)}>
              {t.putAside}
            </Button>
          ) : (
            <Button disabled={isBusy} onClick={() => bringBack.mutate([id], done)}>
              {t.bringBack}
            </Button>
          )}
          <Button look="primary" disabled={isBusy || bytes === 0} onClick={() => replayOne.mutate(id, done)}>
            {t.replay}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

/** The delivery's circumstances; its headers once they are there. */
function Facts({ delivery }: { readonly delivery: Delivery & Partial<Pick<ReadableDelivery, 'headers'>> }) {
  const { connections: t } = useMessages();
  const formats = useFormats();
  const { topic, receivedAt, attempt, reason, path, bytes, headers = {}, putAsideAt } = delivery;
  const code = (text: string) => <code className={styles['code']}>{text}</code>;
  return (
    <Definitions
      items={[
        { name: t.topic, value: topic },
        { name: t.received, value: formats.dateTime(receivedAt) },
        { name: t.tried, value: t.triedTimes(attempt, formats.number(attempt)) },
        ...(reason === null ? [] : [{ name: t.reason, value: code(reason) }]),
        ...(path === null || path === '' ? [] : [{ name: t.place, value: code(path) }]),
        { name: t.size, value: t.bytes(bytes, formats.number(bytes)) },
        ...(putAsideAt === null ? [] : [{ name: t.putAsideSince, value: formats.dateTime(putAsideAt) }]),
        ...Object.entries(headers).map(([name, value]) => ({ name, value: code(value) })),
      ]}
    />
  );
}
