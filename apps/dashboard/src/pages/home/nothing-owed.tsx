import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';

import { closeCase } from '../../api/cases.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';

export interface NothingOwedProps {
  readonly storeId: string;
  readonly caseId: string;
  readonly customer: string;
}

/** Closes a case from the list, by one click: thanks need no answer. */
export function NothingOwed({ storeId, caseId, customer }: NothingOwedProps) {
  const t = useMessages();
  const toast = useToast();
  const queryClient = useQueryClient();
  const closing = useMutation({
    mutationFn: () => closeCase(storeId, caseId, ''),
    onSuccess: async () => {
      toast({ text: t.cases.closed });
      await queryClient.invalidateQueries({ queryKey: ['stores', storeId] });
    },
  });
  return (
    <>
      <IconButton
        icon={Check}
        label={t.cases.nothingOwedOf(customer)}
        disabled={closing.isPending}
        onClick={() => closing.mutate()}
      />
      <ProblemNotice error={closing.error} />
    </>
  );
}
