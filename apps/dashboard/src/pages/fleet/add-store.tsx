import { useSuspenseQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';

import { sessionQuery } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { mayEverywhere } from '../../shell/may-everywhere.ts';

const AddStoreDialog = lazy(async () => ({ default: (await import('./add-store-dialog.tsx')).AddStoreDialog }));

/** The way to a further store, for whoever may make one. */
export function AddStore() {
  const { addStore: t } = useMessages();
  const mayAdd = mayEverywhere(useSuspenseQuery(sessionQuery).data, 'stores.write');
  const [isOpen, setOpen] = useState(false);
  if (!mayAdd) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus size={16} aria-hidden />
        {t.title}
      </Button>
      {isOpen && (
        <Suspense>
          <AddStoreDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
