import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { demoShopQuery, placeDemoOrder } from '../../api/demo.ts';
import type { Store } from '../../api/stores.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { OrderDone } from './order-done.tsx';
import { ShopForm } from './shop-form.tsx';

export interface ShopDialogProps {
  readonly stores: readonly Store[];
  readonly initialStore: Store;
  readonly onClose: () => void;
}

/** A small shop: one buys as one of its customers, and the order goes the way of every order. */
export function ShopDialog({ stores, initialStore, onClose }: ShopDialogProps) {
  const { shop: t } = useMessages().demo;
  const queryClient = useQueryClient();
  const [storeId, setStoreId] = useState(initialStore.id);
  const store = stores.find(({ id }) => id === storeId) ?? initialStore;
  const shop = useQuery(demoShopQuery(store.id));
  const ordering = useMutation({
    mutationFn: placeDemoOrder,
    onSuccess: () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'demo' }),
  });
  return (
    <Dialog title={t.title(store.name)} text={t.text} width="wide" isOpen onClose={onClose}>
      {ordering.data !== undefined && ordering.variables !== undefined ? (
        <OrderDone
          store={store}
          order={ordering.data}
          email={ordering.variables.customer.email}
          onAnother={() => ordering.reset()}
          onClose={onClose}
        />
      ) : (
        <QueryState query={shop}>
          {({ products, customers }) => (
            <ShopForm
              key={store.id}
              stores={stores}
              storeId={store.id}
              products={products}
              customers={customers}
              isBusy={ordering.isPending}
              error={ordering.error}
              onStore={setStoreId}
              onOrder={(order) => ordering.mutate({ ...order, storeId: store.id })}
            />
          )}
        </QueryState>
      )}
    </Dialog>
  );
}
