import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { openStorefront, type StorefrontPlace } from '../../../api/storefront.ts';
import { Button } from '../../../components/button.tsx';
import { DialogActions } from '../../../components/dialog-actions.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Field } from '../../../components/field.tsx';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { useUnsavedGuard } from '../../../shell/use-unsaved-guard.tsx';
import styles from './storefront.module.css';

export interface StorefrontDialogProps {
  readonly place: StorefrontPlace;
  /** The shop it is open for now. */
  readonly shopUrl: string | null;
  readonly onOpened: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the address of the shop's pages: the key serves them alone. */
export function StorefrontDialog({ place, shopUrl, onOpened, onClose }: StorefrontDialogProps) {
  const { storefront: t, common } = useMessages();
  const [url, setUrl] = useState(shopUrl ?? '');
  const opening = useMutation({
    mutationFn: () => openStorefront(place, url),
    onSuccess: async () => {
      await onOpened();
      onClose();
    },
  });
  const { question, leave } = useUnsavedGuard(url !== (shopUrl ?? '') && !opening.isPending);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    opening.mutate();
  };
  return (
    <Dialog title={t.title} text={shopUrl === null ? t.beginText : t.renewText} isOpen onClose={() => leave(onClose)}>
      {question}
      <form className={styles['form']} onSubmit={submit}>
        <Field
          label={t.shopUrl}
          hint={t.shopUrlHint}
          type="url"
          placeholder="https://shop.example"
          required
          value={url}
          onChange={({ target }) => setUrl(target.value)}
        />
        <ProblemNotice error={opening.error} />
        <DialogActions>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" isBusy={opening.isPending}>
            {shopUrl === null ? t.begin : t.renew}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
