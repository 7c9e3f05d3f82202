import { useMutation, useQueryClient } from '@tanstack/react-query';

import { apiKeysQuery, revokeApiKey, type ApiKey } from '../../api/api-keys.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import styles from './api-keys.module.css';

/** Makes sure before a key stops working for good. */
export function RevokeDialog({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const t = useMessages();
  const toast = useToast();
  const queryClient = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revokeApiKey(apiKey.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      toast({ text: t.apiKeys.revoked(apiKey.name) });
      onClose();
    },
  });
  return (
    <Dialog title={t.apiKeys.revokeTitle(apiKey.name)} text={t.apiKeys.revokeText} isOpen onClose={onClose}>
      <div className={styles['form']}>
        <ProblemNotice error={revoking.error} />
        <DialogActions>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="danger" isBusy={revoking.isPending} onClick={() => revoking.mutate()}>
            {t.apiKeys.revokeConfirm}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
