import { languages } from '@regulars/core/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ChangeEvent, type FormEvent } from 'react';

import { createStore } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import styles from './fleet.module.css';
import { toSlug } from './to-slug.ts';

const blank = {
  name: '',
  slug: '',
  currency: 'EUR',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  locale: 'en',
  senderName: '',
  senderRole: '',
  senderEmail: '',
  postalAddress: '',
};

/** Makes a store with its segments, sequences and mails; its shop is connected on the page one comes to. */
export function AddStoreDialog({ onClose }: { readonly onClose: () => void }) {
  const { addStore: t, common, connections, storeSettings } = useMessages();
  const formats = useFormats();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(blank);
  const slug = typed.slug === '' ? toSlug(typed.name) : typed.slug;
  const creating = useMutation({
    mutationFn: createStore,
    onSuccess: async (store) => {
      await queryClient.invalidateQueries();
      toast({ text: t.added(store.name) });
      await navigate({ to: '/stores/$slug/connections', params: { slug: store.slug } });
    },
  });
  const { question, leave } = useUnsavedGuard(typed !== blank && !creating.isPending);
  const bind = (field: keyof typeof blank) => ({
    value: typed[field],
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      setTyped((before) => ({ ...before, [field]: target.value })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, currency, timeZone, locale, senderName, senderRole, senderEmail, postalAddress } = typed;
    const sender = { name: senderName, role: senderRole, email: senderEmail };
    creating.mutate({
      name,
      slug,
      currency: currency.trim().toUpperCase(),
      timeZone,
      locale,
      sender,
      postalAddress: postalAddress.trim() === '' ? null : postalAddress,
    });
  };
  return (
    <Dialog title={t.title} text={t.text} isOpen onClose={() => leave(onClose)}>
      {question}
      <form className={styles['form']} onSubmit={submit}>
        <Field label={t.name} required maxLength={120} autoComplete="off" {...bind('name')} />
        <Field
          label={t.slug}
          hint={t.slugHint}
          required
          maxLength={63}
          pattern="[a-z0-9][a-z0-9\-]*"
          autoComplete="off"
          {...bind('slug')}
          value={slug}
        />
        <Field label={t.senderName} hint={t.senderHint} required maxLength={80} {...bind('senderName')} />
        <Field label={t.senderRole} maxLength={80} {...bind('senderRole')} />
        <Field label={t.senderEmail} type="email" required {...bind('senderEmail')} />
        <Field
          label={`${storeSettings.postalAddress} (${connections.optional})`}
          hint={storeSettings.postalHint}
          maxLength={300}
          autoComplete="off"
          {...bind('postalAddress')}
        />
        <Field label={t.currency} hint={t.currencyHint} required maxLength={3} {...bind('currency')} />
        <Field label={t.timeZone} required {...bind('timeZone')} />
        <SelectField
          label={t.language}
          options={languages.map((value) => ({ value, label: formats.language(value) }))}
          {...bind('locale')}
        />
        <ProblemNotice error={creating.error} />
        <DialogActions>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" isBusy={creating.isPending}>
            {t.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
