import { useMutation, useQueryClient } from '@tanstack/react-query';

import {
  bringBackDeliveries,
  deliveriesKey,
  putAsideDeliveries,
  replayAllPoison,
  replayDelivery,
  type PoisonChoice,
} from '../../../api/deliveries.ts';
import { fleetQuery, summaryQuery } from '../../../api/reports.ts';
import { useToast } from '../../../components/toast-context.ts';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';

/** What can be done with deliveries that could not be used; whatever counts them is asked anew afterwards. */
export function usePoisonActions(storeId: string) {
  const { connections: t } = useMessages();
  const formats = useFormats();
  const toast = useToast();
  const queryClient = useQueryClient();
  const onSettled = () =>
    Promise.all(
      [deliveriesKey(storeId), summaryQuery(storeId).queryKey, fleetQuery.queryKey].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  const replayOne = useMutation({
    mutationFn: (deliveryId: string) => replayDelivery(storeId, deliveryId),
    onSettled,
  });
  const replayAll = useMutation({ mutationFn: () => replayAllPoison(storeId), onSettled });
  const bringBack = useMutation({
    mutationFn: (deliveryIds: readonly string[]) => bringBackDeliveries(storeId, deliveryIds),
    onSettled,
  });
  const putAside = useMutation({
    mutationFn: (choice: PoisonChoice) => putAsideDeliveries(storeId, choice),
    onSuccess: (deliveryIds) => {
      const count = deliveryIds.length;
      if (count > 0)
        toast({ text: t.putAsideNow(count, formats.number(count)), undo: () => bringBack.mutate(deliveryIds) });
    },
    onSettled,
  });
  const all = [replayOne, replayAll, putAside, bringBack];
  /** What went wrong with one is not told of the next. */
  const forgetErrors = () => {
    for (const { isError, reset } of all) if (isError) reset();
  };
  return { replayOne, replayAll, putAside, bringBack, forgetErrors };
}
