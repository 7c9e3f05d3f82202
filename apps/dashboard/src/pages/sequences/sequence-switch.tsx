import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { sequencesQuery, switchSequence, type ListedSequence } from '../../api/sequences.ts';
import { Switch } from '../../components/switch.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { useMay } from '../../shell/use-may.ts';
import { nameSequence } from './names.ts';
import { SwitchDialog } from './switch-dialog.tsx';

/** Switches a sequence on or off, once it was read what that comes to. */
export function SequenceSwitch({
  storeId,
  sequence,
}: {
  readonly storeId: string;
  readonly sequence: Pick<ListedSequence, 'id' | 'key' | 'name' | 'status'>;
}) {
  const t = useMessages();
  const queryClient = useQueryClient();
  const mayWrite = useMay('sequences.write');
  const [wanted, setWanted] = useState<'on' | 'off' | null>(null);
  const switching = useMutation({
    mutationFn: (isOn: boolean) => switchSequence(storeId, sequence.id, isOn),
    onSuccess: () => {
      setWanted(null);
      return queryClient.invalidateQueries({ queryKey: sequencesQuery(storeId).queryKey });
    },
  });
  const isOn = sequence.status === 'live';
  return (
    <>
      <Switch
        label={t.sequences.switchLabel(nameSequence(sequence, t))}
        text={isOn ? t.sequences.on : t.sequences.off}
        isOn={isOn}
        isDisabled={!mayWrite || switching.isPending}
        onChange={(on) => {
          switching.reset();
          setWanted(on ? 'on' : 'off');
        }}
      />
      {wanted !== null && (
        <SwitchDialog
          storeId={storeId}
          sequence={sequence}
          wanted={wanted}
          switching={switching}
          onConfirm={() => switching.mutate(wanted === 'on')}
          onClose={() => setWanted(null)}
        />
      )}
    </>
  );
}
