import { useMutation, useQueryClient } from '@tanstack/react-query';
import { parseCurrency } from '@regulars/core/shared';
import { useState, type FormEvent } from 'react';

import { programQuery, saveProgram, type ReferralProgram } from '../../api/referral-program.ts';
import type { Store } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import type { Place } from './program-card.tsx';
import styles from './referrals.module.css';
import { readTerms, toDraft, type WrongPart } from './terms-draft.ts';
import { TermsFields } from './terms-fields.tsx';

export interface TermsDialogProps {
  readonly store: Store;
  readonly program: ReferralProgram;
  readonly place: Place;
  readonly onClose: () => void;
}

/** One of the programme's rewards, to be changed. */
export function TermsDialog({ store, program, place, onClose }: TermsDialogProps) {
  const t = useMessages();
  const toast = useToast();
  const queryClient = useQueryClient();
  const currency = parseCurrency(store.currency);
  if (currency === null) throw new RangeError('A store sells in a currency of ISO 4217.');
  const [first] = useState(() => toDraft(program.rules[place], currency));
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<readonly WrongPart[]>([]);
  const saving = useMutation({
    mutationFn: (rules: ReferralProgram['rules']) => saveProgram(store.id, { state: program.state, rules }),
    onSuccess: (saved) => {
      queryClient.setQueryData(programQuery(store.id).queryKey, saved);
      toast({ text: t.referrals.saved });
      onClose();
    },
  });
  const { question, leave } = useUnsavedGuard(!saving.isPending && JSON.stringify(draft) !== JSON.stringify(first));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readTerms(draft, currency);
    setWrong(read.isRight ? [] : read.wrong);
    // Only the other two can be nothing, and the form offers it only there.
    if (read.isRight) saving.mutate({ ...program.rules, [place]: read.terms });
  };
  return (
    <Dialog
      title={t.referrals.changeTitle(t.referrals.places[place])}
      text={t.referrals.changeNote}
      isOpen
      onClose={() => leave(onClose)}
    >
      {question}
      <form className={styles['form']} noValidate onSubmit={submit}>
        <TermsFields
          store={store}
          draft={draft}
          wrong={wrong}
          mayBeNothing={place !== 'friendWelcome'}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <ProblemNotice error={saving.error} />
        <DialogActions>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" look="primary" isBusy={saving.isPending}>
            {t.referrals.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
