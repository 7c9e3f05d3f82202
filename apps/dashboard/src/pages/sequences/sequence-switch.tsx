import { useMutation, useQueryClient } from '@tanstack/react-query';

import { sequencesQuery, switchSequence, type ListedSequence } from '../../api/sequences.ts';
import { Switch } from '../../components/switch.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useMay } from '../../shell/use-may.ts';

/** Switches a sequence on or off; shows at once what was chosen, and takes it back when it is refused. */
export function SequenceSwitch({
  storeId,
  sequence: { id, name, status },
}: {
  readonly storeId: string;
  readonly sequence: Pick<ListedSequence, 'id' | 'name' | 'status'>;
}) {
  const t = useMessages();
  const queryClient = useQueryClient();
  const mayWrite = useMay('sequences.write');
  const switching = useMutation({
    mutationFn: (isOn: boolean) => switchSequence(storeId, id, isOn),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sequencesQuery(storeId).queryKey }),
  });
  const isOn = switching.isPending ? switching.variables : status === 'live';
  return (
    <>
      <Switch
        label={t.sequences.switchLabel(name)}
        text={isOn ? t.sequences.on : t.sequences.off}
        isOn={isOn}
        isDisabled={!mayWrite || switching.isPending}
        onChange={(wanted) => switching.mutate(wanted)}
      />
      <ProblemNotice error={switching.error} />
    </>
  );
}
