import { useState, type FormEvent } from 'react';

import { beginBackfill } from '../../../api/sync.ts';
import { Button } from '../../../components/button.tsx';
import { DialogActions } from '../../../components/dialog-actions.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Field, SelectField } from '../../../components/field.tsx';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import styles from './sync.module.css';
import { useSyncAction } from './use-sync-action.ts';

export interface BeginDialogProps {
  readonly storeId: string;
  readonly connectionId: string;
  readonly onClose: () => void;
}

/** Asks how much of the shop's history is to be read, and begins. */
export function BeginDialog({ storeId, connectionId, onClose }: BeginDialogProps) {
  const t = useMessages();
  const [since, setSince] = useState<string | null>(null);
  const begin = useSyncAction(
    storeId,
    async (updatedFrom: string | null) => {
      await beginBackfill(storeId, { connectionId, updatedFrom });
      onClose();
    },
    t.sync.begunNow,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The day begins by the clock of whoever asks for it.
    begin.mutate(since === null ? null : new Date(`${since}T00:00:00`).toISOString());
  };
  return (
    <Dialog title={t.sync.begin} text={t.sync.beginText} isOpen onClose={onClose}>
      <form className={styles['form']} onSubmit={submit}>
        <SelectField
          label={t.sync.beginFrom}
          value={since === null ? 'all' : 'since'}
          options={[
            { value: 'all', label: t.sync.beginAll },
            { value: 'since', label: t.sync.beginSince },
          ]}
          onChange={({ target }) => setSince(target.value === 'all' ? null : '')}
        />
        {since !== null && (
          <Field
            label={t.sync.since}
            type="date"
            required
            value={since}
            onChange={({ target }) => setSince(target.value)}
          />
        )}
        <ProblemNotice error={begin.error} />
        <DialogActions>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" look="primary" isBusy={begin.isPending}>
            {t.sync.begin}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
