import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { changeSettings, settingsQuery, type Adapter } from '../../api/connections.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import { SettingsForm } from './settings-form.tsx';

export interface SettingsDialogProps {
  readonly storeId: string;
  readonly connectionId: string;
  readonly adapter: Adapter;
  readonly onClose: () => void;
}

/** Changes the settings of a connection; they are tried before they are kept. */
export function SettingsDialog({ storeId, connectionId, adapter, onClose }: SettingsDialogProps) {
  const t = useMessages();
  const toast = useToast();
  const queryClient = useQueryClient();
  const settings = useQuery(settingsQuery(storeId, connectionId));
  const [isTyped, setTyped] = useState(false);
  const saving = useMutation({
    mutationFn: (config: Record<string, unknown>) => changeSettings(storeId, connectionId, config),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['stores', storeId] });
      toast({ text: t.connections.settingsSaved });
      onClose();
    },
  });
  const { question, leave } = useUnsavedGuard(isTyped && !saving.isPending && !saving.isSuccess);
  return (
    <Dialog
      title={t.connections.settingsTitle(adapter.displayName)}
      text={t.connections.settingsText}
      isOpen
      onClose={() => leave(onClose)}
    >
      {question}
      <QueryState query={settings}>
        {(present) => (
          <SettingsForm
            adapter={adapter}
            present={present}
            isBusy={saving.isPending}
            error={saving.error}
            onTyped={() => setTyped(true)}
            onCancel={onClose}
            onSubmit={(config) => saving.mutate(config)}
          />
        )}
      </QueryState>
    </Dialog>
  );
}
