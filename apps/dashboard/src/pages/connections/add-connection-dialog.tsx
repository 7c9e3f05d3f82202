import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import {
  adaptersQuery,
  addConnection,
  authorizeConnection,
  connectionsQuery,
  type NewConnection,
} from '../../api/connections.ts';
import { syncQuery } from '../../api/sync.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ShownOnceDialog } from '../../components/shown-once-dialog.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { listAddable } from './list-addable.ts';
import { toCurlExample } from './to-curl-example.ts';

/**
 * Asks what to connect and its settings. A shop that is connected by one click is left for; one whose webhooks we register
 * or that sends none needs nothing more; else address and secret are shown, the secret this once.
 */
export function AddConnectionDialog({ storeId, onClose }: { readonly storeId: string; readonly onClose: () => void }) {
  const t = useMessages();
  const toast = useToast();
  const queryClient = useQueryClient();
  const adapters = useQuery(adaptersQuery);
  const [isTyped, setTyped] = useState(false);
  const adding = useMutation({
    mutationFn: async (connection: NewConnection) => {
      const { id, hookUrl, webhookSecret } = await addConnection(storeId, connection);
      const [known] = await Promise.all([
        queryClient.fetchQuery({ ...syncQuery(storeId), staleTime: 0 }),
        queryClient.invalidateQueries({ queryKey: connectionsQuery(storeId).queryKey }),
      ]);
      const canHook = known.find((sync) => sync.connectionId === id)?.canHook === true;
      const adapter = adapters.data?.find((each) => each.id === connection.adapterId);
      const isOwnCode = connection.adapterId === 'webhook';
      return { hookUrl, webhookSecret, canHook, isOwnCode, isToBeTold: !canHook && adapter?.sendsWebhooks !== false };
    },
    onSuccess: ({ canHook, isToBeTold }) => {
      if (isToBeTold) return;
      toast({ text: canHook ? t.connections.addedByItself : t.connections.addedMail });
      onClose();
    },
  });
  const authorizing = useMutation({
    mutationFn: (wished: Omit<NewConnection, 'purpose'>) => authorizeConnection(storeId, wished),
    onSuccess: ({ url }) => location.assign(url),
  });
  // The page stays busy until the shop's own takes its place.
  const isBusy = adding.isPending || authorizing.isPending || authorizing.isSuccess;
  const { question, leave } = useUnsavedGuard(isTyped && !isBusy && !adding.isSuccess);
  if (adding.data?.isToBeTold === true) {
    return (
      <ShownOnceDialog
        title={t.connections.addedTitle}
        text={adding.data.isOwnCode ? t.connections.addedOwnCode : t.connections.addedText}
        secrets={[
          { label: t.connections.hookUrl, text: adding.data.hookUrl },
          { label: t.connections.secret, text: adding.data.webhookSecret },
          ...(adding.data.isOwnCode
            ? [{ label: t.connections.curl, text: toCurlExample(adding.data.hookUrl, adding.data.webhookSecret) }]
            : []),
        ]}
        done={t.connections.done}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog title={t.connections.addTitle} isOpen onClose={() => leave(onClose)}>
      {question}
      <QueryState query={adapters}>
        {(all) => (
          <ConnectionForm
            adapters={listAddable(all)}
            isBusy={isBusy}
            error={adding.error ?? authorizing.error}
            onTurn={() => {
              adding.reset();
              authorizing.reset();
            }}
            onTyped={() => setTyped(true)}
            onSubmit={({ id: adapterId, purpose }, config, way) => {
              if (way === 'oneClick') authorizing.mutate({ adapterId, config });
              else adding.mutate({ purpose, adapterId, config });
            }}
          />
        )}
      </QueryState>
    </Dialog>
  );
}
