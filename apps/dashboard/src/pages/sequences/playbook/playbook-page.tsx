import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';

import { presetsQuery, sequencesQuery } from '../../../api/sequences.ts';
import { templatesQuery } from '../../../api/templates.ts';
import { Choice } from '../../../components/choice.tsx';
import { Page } from '../../../components/page.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { QueryState } from '../../../shell/query-state.tsx';
import { useStore } from '../../../shell/use-store.ts';
import { DeviceChoice } from '../../mailbox/device-choice.tsx';
import { chooseLocale } from '../choose-locale.ts';
import { PreviewDialog } from '../preview-dialog.tsx';
import { ExampleCustomer } from './example-customer.tsx';
import styles from './playbook.module.css';
import { listMails } from './list-mails.ts';
import { PresetCard } from './preset-card.tsx';

/** The playbook: each sequence with the mails themselves, as a customer would get them, before it is switched on. */
export function PlaybookPage() {
  const t = useMessages();
  const formats = useFormats();
  const store = useStore();
  const navigate = useNavigate();
  const { mail } = useSearch({ from: '/inside/stores/$slug/playbook' });
  const presets = useQuery(presetsQuery(store.id));
  const sequences = useQuery(sequencesQuery(store.id));
  const { data: templates = [] } = useQuery(templatesQuery(store.id));
  const [locale, setLocale] = useState(store.locale);
  const [device, setDevice] = useState<'phone' | 'desktop'>('phone');
  const [customerId, setCustomerId] = useState<string | null>(null);
  const locales = [...new Set(templates.map((template) => template.locale))];
  const shownLocale = chooseLocale(locales, locale) ?? locale;
  // What no sequence of the playbook sends answers something the customer did.
  const purposeOf = (key: string) =>
    presets.data?.flatMap(({ definition }) => listMails(definition)).find(({ templateKey }) => templateKey === key)
      ?.purpose ?? 'transactional';
  return (
    <Page
      width="full"
      title={t.sequences.playbook}
      lead={t.sequences.playbookLead}
      above={
        <Link to="/stores/$slug/sequences" params={{ slug: store.slug }}>
          <ArrowLeft size={15} aria-hidden />
          {t.sequences.back}
        </Link>
      }
    >
      <div className={styles['bar']}>
        {locales.length > 1 && (
          <Choice
            label={t.sequences.language}
            value={shownLocale}
            options={locales.map((value) => ({ value, label: formats.language(value) }))}
            onChange={setLocale}
          />
        )}
        <DeviceChoice device={device} onDevice={setDevice} />
        <ExampleCustomer store={store} customerId={customerId} onCustomer={setCustomerId} />
      </div>
      <QueryState query={presets} lines={8}>
        {(all) => (
          <>
            {all.map(({ definition }) => (
              <PresetCard
                key={definition.key}
                store={store}
                definition={definition}
                sequence={sequences.data?.find(({ key }) => key === definition.key)}
                look={{ locale: shownLocale, device, customerId }}
              />
            ))}
          </>
        )}
      </QueryState>
      {mail !== undefined && presets.data !== undefined && (
        <PreviewDialog
          store={store}
          templateKey={mail}
          purpose={purposeOf(mail)}
          locale={shownLocale}
          onClose={() => void navigate({ to: '/stores/$slug/playbook', params: { slug: store.slug }, replace: true })}
        />
      )}
    </Page>
  );
}
