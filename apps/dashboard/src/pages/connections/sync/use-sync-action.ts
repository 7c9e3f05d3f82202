import { useMutation, useQueryClient } from '@tanstack/react-query';

import { useToast } from '../../../components/toast-context.ts';

/**
 * Something that is done about a connection by one click; says so, and looks anew at the store. What else the store's pages
 * show of it (its home counts the same orders) is looked at with it.
 */
export function useSyncAction<Wanted = void>(storeId: string, run: (wanted: Wanted) => Promise<void>, said: string) {
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => toast({ text: said }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['stores', storeId] }),
  });
}
